package dev.firstfill.local;

import java.io.IOException;
import java.time.Duration;

/** Patience with an end. */
final class Waiting {

    private Waiting() {}

    /** A question about the world outside, asked again and again. */
    interface Question {
        boolean isAnsweredYes() throws IOException;
    }

    /** Asks at once and then every {@code pause}; true as soon as the answer is yes, false when time is up. */
    static boolean until(Duration limit, Duration pause, Question question) throws IOException, InterruptedException {
        var end = System.nanoTime() + limit.toNanos();
        while (!question.isAnsweredYes()) {
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            Thread.sleep(pause);
        }
        return true;
    }
}
