package dev.firstfill.tenancy.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantId;
import dev.firstfill.tenancy.catalogue.TenantLimits;
import dev.firstfill.tenancy.catalogue.TenantState;
import dev.firstfill.tenancy.routing.TenantContexts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class TurnstileTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Vertx VERTX = Vertx.vertx();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Turnstile turnstile = new Turnstile(meters, 2, LONG);
    private final TenantContexts contexts = new TenantContexts(VERTX);
    private final TenantId id = TenantId.create();
    private final List<String> begun = new CopyOnWriteArrayList<>();

    @AfterAll
    static void close() {
        VERTX.close();
    }

    @Test
    void lets_in_so_many_as_the_limit_says_and_the_others_in_the_order_they_came() {
        var gates = List.of(new Gate("first"), new Gate("second"), new Gate("third"), new Gate("fourth"));

        var ends = come(northgate(2), gates);

        assertThat(begun).containsExactly("first", "second");
        gates.get(1).open();
        await(ends.get(1));
        await(gates.get(2).entered);
        assertThat(begun).containsExactly("first", "second", "third");
        gates.get(0).open();
        await(gates.get(3).entered);
        assertThat(begun).containsExactly("first", "second", "third", "fourth");
    }

    @Test
    void those_who_waited_go_on_in_their_own_context() {
        var first = new Gate("first");
        come(northgate(1), List.of(first));
        var own = in(northgate(1), () -> {
            var context = Vertx.currentContext();
            return turnstile.pass(northgate(1), () -> Uni.createFrom().item(() -> Vertx.currentContext() == context));
        });

        first.open();

        assertThat(await(own)).isTrue();
    }

    @Test
    void turns_away_whoever_finds_the_queue_full_and_counts_it() {
        var gates = List.of(new Gate("first"), new Gate("second"), new Gate("third"), new Gate("fourth"));

        var ends = come(northgate(1), gates);

        assertThatThrownBy(() -> await(ends.get(3))).hasCauseInstanceOf(PharmacyBusy.class);
        assertThat(begun).containsExactly("first");
        assertThat(meters.counter("firstfill.limits.refused", "tenant", "northgate", "limit", "acts")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void turns_away_whoever_has_waited_too_long_and_never_begins_it() {
        var hasty = new Turnstile(meters, 2, Duration.ofMillis(10));
        var first = new Gate("first");
        var second = new Gate("second");
        var entered = in(northgate(1), () -> hasty.pass(northgate(1), first::work));
        await(first.entered);

        var refused = in(northgate(1), () -> hasty.pass(northgate(1), second::work));

        assertThatThrownBy(() -> await(refused)).hasCauseInstanceOf(PharmacyBusy.class);
        first.open();
        await(entered);
        assertThat(await(in(
                        northgate(1),
                        () -> hasty.pass(northgate(1), () -> Uni.createFrom().item("third")))))
                .isEqualTo("third");
        assertThat(begun).containsExactly("first");
    }

    @Test
    void a_turn_comes_back_from_work_that_fails_throws_or_is_cancelled() {
        assertThatThrownBy(() -> await(in(
                        northgate(1),
                        () -> turnstile.pass(
                                northgate(1), () -> Uni.createFrom().failure(new IllegalStateException("failed"))))))
                .hasRootCauseMessage("failed");
        assertThatThrownBy(() -> await(in(
                        northgate(1),
                        () -> turnstile.pass(northgate(1), () -> {
                            throw new IllegalStateException("thrown");
                        }))))
                .hasRootCauseMessage("thrown");
        await(in(northgate(1), () -> {
            turnstile
                    .pass(northgate(1), () -> Uni.createFrom().nothing())
                    .subscribe()
                    .with(never -> {})
                    .cancel();
            return Uni.createFrom().item("cancelled");
        }));

        var next = in(
                northgate(1),
                () -> turnstile.pass(northgate(1), () -> Uni.createFrom().item("served")));

        assertThat(await(next)).isEqualTo("served");
    }

    @Test
    void a_limit_that_is_raised_lets_in_those_who_wait() {
        var gates = List.of(new Gate("first"), new Gate("second"));
        come(northgate(1), gates);
        assertThat(begun).containsExactly("first");

        come(northgate(3), List.of(new Gate("third")));

        await(gates.get(1).entered);
        assertThat(begun).containsExactlyInAnyOrder("first", "second", "third");
    }

    @Test
    void another_pharmacy_does_not_wait() {
        come(northgate(1), List.of(new Gate("first"), new Gate("second")));
        var southbank = pharmacy(TenantId.create(), "southbank", 1);

        var served = in(
                southbank,
                () -> turnstile.pass(southbank, () -> Uni.createFrom().item("served")));

        assertThat(await(served)).isEqualTo("served");
    }

    /** All of one request, so that they come in this order. */
    private List<CompletableFuture<String>> come(Tenant tenant, List<Gate> gates) {
        return await(in(tenant, () -> Uni.createFrom()
                .item(gates.stream()
                        .map(gate -> turnstile
                                .pass(tenant, gate::work)
                                .subscribeAsCompletionStage()
                                .toCompletableFuture())
                        .toList())));
    }

    private <T> CompletableFuture<T> in(Tenant tenant, Supplier<Uni<T>> work) {
        return contexts.in(tenant, work).subscribeAsCompletionStage().toCompletableFuture();
    }

    private static <T> T await(CompletableFuture<T> end) {
        return end.orTimeout(LONG.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)
                .join();
    }

    private Tenant northgate(int concurrentActs) {
        return pharmacy(id, "northgate", concurrentActs);
    }

    private static Tenant pharmacy(TenantId id, String slug, int concurrentActs) {
        return new Tenant(
                id,
                slug,
                slug,
                TenantState.ACTIVE,
                slug,
                1,
                "main",
                true,
                ZoneId.of("America/Chicago"),
                new TenantLimits(60, concurrentActs),
                1);
    }

    /** Work that lasts until the gate is opened. */
    private final class Gate {
        private final String name;
        private final CompletableFuture<String> opened = new CompletableFuture<>();
        private final CompletableFuture<String> entered = new CompletableFuture<>();

        Gate(String name) {
            this.name = name;
        }

        Uni<String> work() {
            begun.add(name);
            entered.complete(name);
            return Uni.createFrom().completionStage(opened);
        }

        void open() {
            opened.complete(name);
        }
    }
}
