package dev.firstfill.tenancy.routing;

import dev.firstfill.tenancy.catalogue.Tenant;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One of many requests at once: does something at random to a pharmacy's shelves, gives up at random, and says what
 * it saw that it should not have seen. Labels begin with the slug of the pharmacy they belong to.
 */
final class Storm {
    /** Beyond the statement time-out of the storm, so that PostgreSQL ends it. */
    private static final String TOO_SLOW = "select 'slept' from pg_sleep(5)";

    private static final String SLOW = "select 'slept' from pg_sleep(0.01)";
    private static final int PATIENCE_MAX_MS = 8;
    private static final Set<String> KILLED_OR_BUSY =
            Set.of(WhoRefused.CLOSED_CONNECTION, WhoRefused.NO_CONNECTION_FREE, "PostgreSQL 57P01");

    private final Door door;
    private final Way way;
    private final Tenant tenant;
    private final Random random;
    private final int number;

    Storm(Door door, Way way, Tenant tenant, Random random, int number) {
        this.door = door;
        this.way = way;
        this.tenant = tenant;
        this.random = random;
        this.number = number;
    }

    static String markOf(Tenant tenant) {
        return tenant.slug() + "/";
    }

    /** Fails never, hangs never, and answers with what is wrong: nothing, if all is well. */
    Uni<List<String>> blow() {
        int what = random.nextInt(20);
        var patience = Duration.ofMillis(1L + random.nextInt(PATIENCE_MAX_MS));
        return door.contexts
                .in(tenant, () -> switch (what) {
                    case 0, 1, 2 -> way.put(door, label()).replaceWith(List.<String>of());
                    case 3, 4, 5 -> foreign(way.labels(door));
                    case 6, 7 -> foreign(way.putAndAsk(door, label(), "select label from pharmacy.shelf"));
                    case 8, 9 -> strange(way.ask(door, "select current_user::text"), tenant.role()::equals);
                    case 10 -> refused(way.putAndAsk(door, lost(), "select (1/0)::text"), "PostgreSQL 22012");
                    case 11 -> refused(way.put(door, lost().repeat(10)), "PostgreSQL 23514");
                    case 12 -> refused(way.ask(door, "reset role"), WhoRefused.DOOR);
                    case 13 -> refused(way.ask(door, TOO_SLOW), "PostgreSQL 57014");
                    case 14 -> impatient(way.ask(door, SLOW), patience);
                    case 15 -> impatient(way.putAndAsk(door, label(), SLOW), patience);
                    case 16 -> hungUp(way.labels(door), patience);
                    case 17 -> hungUp(way.put(door, label()), patience);
                    case 18 -> hungUp(way.putAndAsk(door, label(), SLOW), patience);
                    default -> hungUp(way.putAndAsk(door, lost(), "select (1/0)::text"), patience);
                })
                .onFailure()
                .recoverWithItem(this::unlessExpected);
    }

    private String label() {
        return markOf(tenant) + number;
    }

    /** What is written in a transaction that fails. */
    private String lost() {
        return markOf(tenant) + "lost";
    }

    private Uni<List<String>> foreign(Uni<List<String>> labels) {
        return strange(labels, label -> label.startsWith(markOf(tenant)) && !label.equals(lost()));
    }

    private Uni<List<String>> strange(Uni<List<String>> seen, Predicate<String> own) {
        return seen.map(values -> values.stream()
                .filter(own.negate())
                .map(value -> tenant.slug() + " saw " + value)
                .toList());
    }

    private Uni<List<String>> refused(Uni<?> work, String by) {
        return work.map(answer -> List.of("not refused by " + by + ": " + answer))
                .onFailure(failure -> !(failure instanceof TimeoutException)
                        && WhoRefused.by(failure).equals(by))
                .recoverWithItem(List.<String>of());
    }

    private Uni<List<String>> impatient(Uni<List<String>> work, Duration patience) {
        return strange(work.ifNoItem().after(patience).fail(), "slept"::equals);
    }

    /** Answers at once what nobody waits for; the work is cancelled when the patience has run out. */
    private static Uni<List<String>> hungUp(Uni<?> work, Duration patience) {
        return Uni.createFrom().emitter(answer -> {
            var waiting = work.subscribe().with(item -> {}, failure -> {});
            Vertx.currentContext().owner().setTimer(patience.toMillis(), timer -> {
                waiting.cancel();
                answer.complete(List.of());
            });
        });
    }

    /** Connections are killed in the storm, and there are few of them: those alone may fail what should succeed. */
    private List<String> unlessExpected(Throwable failure) {
        if (failure instanceof TimeoutException) {
            return List.of();
        }
        var who = WhoRefused.by(failure);
        return KILLED_OR_BUSY.contains(who)
                ? List.of()
                : List.of(tenant.slug() + " was refused by " + who + ": " + failure.getMessage());
    }
}
