import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits in real time for what others answer after the commit: a payer, who is asked by errand. */
final class Patience {
    private static final Duration AT_MOST = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Patience() {}

    /** @param what it waits for, in words */
    static <T> T until(String what, Supplier<T> look, Predicate<T> enough) {
        long begun = System.nanoTime();
        var seen = look.get();
        while (!enough.test(seen)) {
            if (System.nanoTime() - begun > AT_MOST.toNanos()) {
                throw new DemoFailure("Waited %d s in vain until %s. Last seen:%n%s"
                        .formatted(AT_MOST.toSeconds(), what, seen instanceof Api.Answer answer ? answer.body().toPrettyString() : seen));
            }
            sleep(PAUSE);
            seen = look.get();
        }
        return seen;
    }

    static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("Interrupted");
        }
    }
}
