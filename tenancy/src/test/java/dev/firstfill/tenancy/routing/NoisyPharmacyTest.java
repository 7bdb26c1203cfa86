package dev.firstfill.tenancy.routing;

import static dev.firstfill.tenancy.OnePlatform.OPERATOR;
import static dev.firstfill.tenancy.OnePlatform.await;
import static dev.firstfill.tenancy.OnePlatform.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.kernel.Act;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantLimits;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Northgate's acts wait for a lock that somebody holds, and there are two connections for all pharmacies. */
class NoisyPharmacyTest {
    private static final Act LABEL = Act.unrecorded("label", "shelf");

    private final Door door = Door.with(2);
    private final Tenant northgate = limitedToOneAct(door.pharmacy("northgate"));
    private final Tenant southbank = door.pharmacy("southbank");

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void a_pharmacy_whose_acts_block_does_not_keep_another_from_being_served() throws SQLException {
        try (var lock = shelvesLocked()) {
            var blocked =
                    Stream.generate(() -> begin(northgate, "blocked")).limit(5).toList();
            awaitUntil(() -> waitingForTheLock() > 0);

            door.as(southbank, () -> Way.HIBERNATE_SESSION.put(door, "southbank/served"));
            var seen = door.as(southbank, () -> Way.STATELESS_SESSION.labels(door));

            assertThat(seen).containsExactly("southbank/served");
            assertThat(waitingForTheLock()).isEqualTo(1);
            lock.rollback();
            assertThat(blocked).anySatisfy(end -> assertThat(end).succeedsWithin(java.time.Duration.ofSeconds(30)));
        }
    }

    @Test
    void a_write_inside_a_write_and_a_read_inside_it_take_no_second_turn() {
        var seen = door.as(
                northgate,
                () -> door.transactions.write(LABEL, outer -> Way.HIBERNATE_SESSION
                        .put(door, "northgate/inner")
                        .chain(() -> Way.STATELESS_SESSION.labels(door))));

        assertThat(seen).isEmpty();
        assertThat(door.labelsOf(northgate)).containsExactly("northgate/inner");
    }

    @Test
    void whoever_hangs_up_keeps_the_turn_until_the_work_has_ended_and_no_longer() throws SQLException {
        try (var lock = shelvesLocked()) {
            door.as(northgate, () -> hungUp(Way.HIBERNATE_SESSION.put(door, "northgate/first")));
            awaitUntil(() -> waitingForTheLock() == 1);
            var second = begin(northgate, "second");

            assertThat(waitingForTheLock()).isEqualTo(1);
            assertThat(second).isNotDone();
            lock.rollback();

            assertThat(second).succeedsWithin(java.time.Duration.ofSeconds(30));
        }
        assertThat(door.labelsOf(northgate)).containsExactly("northgate/first", "northgate/second");
    }

    private Tenant limitedToOneAct(Tenant tenant) {
        return await(door.platform.tenants.limit(tenant.id(), new TenantLimits(60, 1), OPERATOR));
    }

    private Connection shelvesLocked() throws SQLException {
        var connection = door.platform.superuserConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("lock table %s.shelf in access exclusive mode".formatted(northgate.schema()));
        }
        return connection;
    }

    private CompletableFuture<Void> begin(Tenant tenant, String label) {
        return door.contexts
                .in(tenant, () -> Way.HIBERNATE_SESSION.put(door, tenant.slug() + "/" + label))
                .subscribeAsCompletionStage();
    }

    private static Uni<Void> hungUp(Uni<Void> work) {
        var waiting = work.subscribe().with(item -> {}, failure -> {});
        return Uni.createFrom().emitter(answer -> Vertx.currentContext().runOnContext(later -> {
            waiting.cancel();
            answer.complete(null);
        }));
    }

    private int waitingForTheLock() {
        return door.platform
                .column("select pid from pg_locks where not granted and relation = '%s.shelf'::regclass"
                        .formatted(northgate.schema()))
                .size();
    }
}
