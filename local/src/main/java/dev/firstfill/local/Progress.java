package dev.firstfill.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Tells a waiting person what is going on: on a terminal also what is still to come, elsewhere plain lines. */
public final class Progress {

    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean onTerminal;
    private final Set<String> awaited = new LinkedHashSet<>();

    private Progress(PrintStream out, boolean onTerminal) {
        this.out = out;
        this.onTerminal = onTerminal;
    }

    /** The command that started this program knows whether a person watches; Java 21 cannot tell. */
    public static Progress toStandardOutput() {
        return new Progress(System.out, Boolean.getBoolean("firstfill.terminal"));
    }

    static Progress inPlainLines(PrintStream out) {
        return new Progress(out, false);
    }

    public synchronized void begin(String what) {
        awaited.add(what);
        showAwaited();
    }

    /** @param since {@link System#nanoTime} when it began */
    public synchronized void ready(String what, String where, long since) {
        done(what, "ready on " + where, since);
    }

    public synchronized void done(String what, String how, long since) {
        var seconds = Duration.ofNanos(System.nanoTime() - since).toMillis() / 1000.0;
        awaited.remove(what);
        say(String.format(Locale.ROOT, "%-12s %s (%.1f s)", what, how, seconds));
    }

    public synchronized void failed(String what) {
        awaited.remove(what);
        showAwaited();
    }

    public synchronized void say(String line) {
        out.println(onTerminal ? CLEAR_LINE + line : line);
        showAwaited();
    }

    private void showAwaited() {
        if (onTerminal) {
            out.print(CLEAR_LINE + (awaited.isEmpty() ? "" : "waiting for " + String.join(", ", awaited) + " …"));
            out.flush();
        }
    }
}
