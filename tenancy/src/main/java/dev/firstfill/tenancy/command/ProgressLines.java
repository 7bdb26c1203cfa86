package dev.firstfill.tenancy.command;

import dev.firstfill.tenancy.migration.MigrationProgress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Tells how far a migration has come: one line that is rewritten on a terminal, a line a second elsewhere. */
final class ProgressLines {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(1);

    private final PrintWriter out;
    private final boolean terminal;
    private Duration lastPrinted = BETWEEN_LINES.negated();

    ProgressLines(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void tell(MigrationProgress progress) {
        boolean finished = progress.done() == progress.total();
        if (terminal) {
            // \033[K clears what a longer line before has left.
            out.print("\r" + line(progress) + "\033[K" + (finished ? "\n" : ""));
            out.flush();
            return;
        }
        if (finished || progress.elapsed().minus(lastPrinted).compareTo(BETWEEN_LINES) >= 0) {
            lastPrinted = progress.elapsed();
            out.println(line(progress));
            out.flush();
        }
    }

    static String line(MigrationProgress progress) {
        return String.format(
                Locale.ROOT,
                "%d of %d, %d failed, %.0f per second, %d s left",
                progress.done(),
                progress.total(),
                progress.failed(),
                progress.perSecond(),
                progress.left().toSeconds());
    }
}
