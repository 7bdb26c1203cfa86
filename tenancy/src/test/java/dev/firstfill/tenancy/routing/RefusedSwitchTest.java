package dev.firstfill.tenancy.routing;

import static dev.firstfill.tenancy.routing.WhoRefused.INSUFFICIENT_PRIVILEGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.tenancy.OnePlatform;
import dev.firstfill.tenancy.catalogue.Tenant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A backend that looked up its roles while a pharmacy was being opened can refuse that pharmacy's, and others do not.
 * That moment cannot be called for, so connections with a login that may take nobody's role stand for it.
 */
class RefusedSwitchTest {
    private static final AtomicInteger STRANGERS_TO_COME = new AtomicInteger();
    private static final Door DOOR_OF_ONE =
            Door.withStrangers(1, () -> STRANGERS_TO_COME.getAndUpdate(left -> Math.max(0, left - 1)) > 0);
    private static Tenant northgate;
    private static Tenant southbank;

    private static final String SHELF = "biologics";

    @BeforeAll
    static void open() {
        northgate = DOOR_OF_ONE.pharmacy("northgate");
        southbank = DOOR_OF_ONE.pharmacy("southbank");
    }

    @AfterAll
    static void close() {
        DOOR_OF_ONE.close();
    }

    @BeforeEach
    void northgateHasOneShelf() {
        DOOR_OF_ONE.platform.asSuperuser("delete from %s.shelf".formatted(northgate.schema()));
        DOOR_OF_ONE.as(northgate, () -> Way.RAW_CLIENT.put(DOOR_OF_ONE, SHELF));
    }

    /** The pool opens a new connection when it has none, and those to come are strangers. */
    private static void theNextConnectionsAreStrangers(int number) {
        STRANGERS_TO_COME.set(number);
        DOOR_OF_ONE.platform.asSuperuser("""
                select pg_terminate_backend(pid) from pg_stat_activity
                where datname = '%s' and application_name = 'firstfill-api'
                """.formatted(DOOR_OF_ONE.platform.database));
        OnePlatform.awaitUntil(() -> DOOR_OF_ONE.backends().isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void work_is_done_on_another_connection(Way way) {
        theNextConnectionsAreStrangers(2);

        assertThat(DOOR_OF_ONE.as(northgate, () -> way.labels(DOOR_OF_ONE))).containsExactly(SHELF);

        assertThat(STRANGERS_TO_COME).hasValue(0);
    }

    @ParameterizedTest
    @EnumSource
    void a_write_is_done_once(Way way) {
        theNextConnectionsAreStrangers(2);

        DOOR_OF_ONE.as(northgate, () -> way.put(DOOR_OF_ONE, "vaccines"));

        assertThat(DOOR_OF_ONE.labelsOf(northgate)).containsExactly(SHELF, "vaccines");
    }

    @ParameterizedTest
    @EnumSource
    void when_every_connection_is_refused_the_work_fails_with_nothing_done(Way way) {
        theNextConnectionsAreStrangers(Integer.MAX_VALUE);

        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(WhoRefused.of(DOOR_OF_ONE.contexts.in(northgate, () -> way.put(DOOR_OF_ONE, "stray"))))
                    .isEqualTo(INSUFFICIENT_PRIVILEGE);
        }

        STRANGERS_TO_COME.set(0);
        assertThat(DOOR_OF_ONE.as(northgate, () -> way.labels(DOOR_OF_ONE))).containsExactly(SHELF);
        assertThat(DOOR_OF_ONE.as(southbank, () -> way.labels(DOOR_OF_ONE))).isEmpty();
    }
}
