package dev.firstfill.tenancy.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.tenancy.OnePlatform;
import dev.firstfill.tenancy.catalogue.TenantId;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Three shares of two connections each; Northgate's is the first, Southbank's the second. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SharesTest {
    private static final Vertx VERTX = OnePlatform.vertx().getDelegate();
    private static final TenantId NORTHGATE = new TenantId(new UUID(0, 0));
    private static final TenantId SOUTHBANK = new TenantId(new UUID(0, 1));

    private static OnePlatform platform;
    private static List<Pool> pools;

    private final Shares shares = shares(Duration.ofSeconds(5));

    @BeforeAll
    static void open() {
        platform = OnePlatform.open();
        pools = IntStream.range(0, 3)
                .mapToObj(share -> TestPools.bare(platform, 2))
                .toList();
    }

    @AfterAll
    static void close() {
        pools.forEach(Pool::close);
        platform.close();
    }

    private static Shares shares(Duration patience) {
        return new Shares(
                VERTX, pools.stream().map(pool -> new Shares.Share(pool, 2)).toList(), 3, patience);
    }

    @Test
    void each_pharmacy_comes_back_to_its_own_share() {
        for (int time = 0; time < 4; time++) {
            assertThat(taken(NORTHGATE)).isZero();
            assertThat(taken(SOUTHBANK)).isEqualTo(1);
            shares.giveBack(0);
            shares.giveBack(1);
        }
    }

    @Test
    void when_its_own_is_lent_out_another_will_do() {
        var lent = IntStream.range(0, 6).map(time -> taken(NORTHGATE)).boxed().toList();

        assertThat(lent).containsExactly(0, 0, 1, 1, 2, 2);
    }

    @Test
    void who_waits_is_served_in_turn_by_whichever_comes_free() {
        allLent();
        var served = new ArrayList<String>();
        shares.take(NORTHGATE).onSuccess(share -> served.add("northgate " + share));
        shares.take(SOUTHBANK).onSuccess(share -> served.add("southbank " + share));

        shares.giveBack(2);
        shares.giveBack(0);

        assertThat(served).containsExactly("northgate 2", "southbank 0");
    }

    @Test
    void who_has_waited_for_too_long_is_told_so_and_takes_nothing() {
        var impatient = shares(Duration.ofMillis(50));
        IntStream.range(0, 6).forEach(time -> impatient.take(NORTHGATE));

        var waited = impatient.take(NORTHGATE);

        OnePlatform.awaitUntil(waited::isComplete);
        assertThat(waited.cause()).isInstanceOf(DatabaseBusy.class);
        impatient.giveBack(1);
        assertThat(impatient.take(NORTHGATE).result()).isEqualTo(1);
    }

    @Test
    void no_more_are_let_in_to_wait_than_there_is_room_for() {
        allLent();
        IntStream.range(0, 3).forEach(time -> shares.take(NORTHGATE));

        assertThat(shares.take(SOUTHBANK).cause()).isInstanceOf(DatabaseBusy.class);
    }

    @Test
    void who_waited_goes_on_in_a_context_of_its_own() {
        allLent();
        var its = VERTX.getOrCreateContext();
        var there = new AtomicBoolean();
        var served = Promise.<Void>promise();
        its.runOnContext(begin -> shares.take(NORTHGATE).onSuccess(share -> {
            there.set(Vertx.currentContext() == its);
            served.complete();
        }));
        OnePlatform.awaitUntil(() -> shares.waiting() == 1);

        VERTX.getOrCreateContext().runOnContext(elsewhere -> shares.giveBack(0));

        OnePlatform.awaitUntil(served.future()::isComplete);
        assertThat(there).isTrue();
    }

    private void allLent() {
        IntStream.range(0, 6).forEach(time -> taken(NORTHGATE));
    }

    private int taken(TenantId tenant) {
        Future<Integer> taken = shares.take(tenant);
        assertThat(taken.succeeded()).isTrue();
        return taken.result();
    }
}
