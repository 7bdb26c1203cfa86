package dev.firstfill.tenancy.command;

import dev.firstfill.tenancy.audit.VerificationProgress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Tells how far a verification has come: one line that is rewritten on a terminal, a line a second elsewhere. */
final class VerificationLines {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(1);

    private final PrintWriter out;
    private final boolean terminal;
    private final String slug;
    private Duration lastPrinted = Duration.ZERO;

    VerificationLines(PrintWriter out, boolean terminal, String slug) {
        this.out = out;
        this.terminal = terminal;
        this.slug = slug;
    }

    /** A ledger that is checked within a second needs no line but the one that says how it was. */
    void tell(VerificationProgress progress) {
        if (progress.elapsed().minus(lastPrinted).compareTo(BETWEEN_LINES) < 0) {
            return;
        }
        lastPrinted = progress.elapsed();
        // \033[K clears what a longer line before has left.
        out.print(terminal ? "\r" + line(progress) + "\033[K" : line(progress) + System.lineSeparator());
        if (terminal && progress.done() == progress.total()) {
            out.println();
        }
        out.flush();
    }

    private String line(VerificationProgress progress) {
        return String.format(
                Locale.ROOT,
                "%s: %d of %d records, %.0f per second, %d s left",
                slug,
                progress.done(),
                progress.total(),
                progress.perSecond(),
                progress.left().toSeconds());
    }
}
