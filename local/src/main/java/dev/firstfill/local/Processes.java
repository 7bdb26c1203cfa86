package dev.firstfill.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts and stops processes so that none of them outlives the program that wanted it. */
final class Processes {

    /** Signals are delivered at once; this only bounds a machine that no longer does anything. */
    private static final Duration SIGNAL_LIMIT = Duration.ofSeconds(5);

    /** Enough to see what went wrong at the last start, too little to fill a disk. */
    private static final long LOG_SIZE_MAX = 10 * 1024 * 1024;

    private static final int LOG_LINES_SHOWN = 15;

    private static final File NOTHING = new File("/dev/null");

    private Processes() {}

    static Process start(List<String> command, Path log, String stopSignal) throws IOException {
        return start(command, Map.of(), log, stopSignal);
    }

    static Process start(List<String> command, Map<String, String> variables, Path log, String stopSignal)
            throws IOException {
        startLogAfreshIfLong(log);
        var builder = new ProcessBuilder(apartFromTerminal(command))
                .redirectInput(NOTHING)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // The user's own settings for the servers' client programs are not meant for our servers.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("KC_"));
        builder.environment().putAll(variables);
        var process = builder.start();
        endWithThisProgram(process, stopSignal);
        return process;
    }

    /** Ctrl-C goes to all processes of a terminal's session; ours shall end one after the other, in order. */
    private static List<String> apartFromTerminal(List<String> command) {
        if (Programs.find("setsid").isEmpty()) {
            return command;
        }
        var apart = new ArrayList<>(List.of("setsid"));
        apart.addAll(command);
        return apart;
    }

    /**
     * A shell reads from a pipe whose other end only this program holds. However this program ends, the pipe
     * then closes, and the shell passes the news on. Works without a parent-death signal, which macOS lacks and
     * which Linux ties to a thread instead of the program.
     */
    private static void endWithThisProgram(Process process, String stopSignal) throws IOException {
        var watch = "read -r _ || kill -s \"$1\" \"$2\"";
        var pid = Long.toString(process.pid());
        var watcher = new ProcessBuilder(apartFromTerminal(List.of("sh", "-c", watch, "sh", stopSignal, pid)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.onExit().thenRun(() -> dismiss(watcher));
    }

    /** Once the process is gone its number may be given to a stranger, who must not be signalled. */
    private static void dismiss(Process watcher) {
        try (var pipe = watcher.outputWriter()) {
            pipe.write("dismissed\n");
        } catch (IOException e) {
            watcher.destroyForcibly();
        }
    }

    /** Asks for an orderly end, and kills after the limit or when nobody has time to wait for it. */
    static void stop(ProcessHandle process, String signal, Duration limit) {
        if (!process.isAlive()) {
            return;
        }
        var ended = false;
        try {
            signal(process.pid(), signal);
            ended = hasEnded(process, limit);
        } catch (IOException e) {
            // No shell could be started to pass the signal on; what follows needs none.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static void signal(long pid, String signal) throws IOException, InterruptedException {
        // Java itself can send SIGTERM only, which to PostgreSQL means: wait until the last client has gone.
        var kill = new ProcessBuilder("sh", "-c", "kill -s \"$1\" \"$2\"", "sh", signal, Long.toString(pid))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        kill.waitFor(SIGNAL_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static boolean hasEnded(ProcessHandle process, Duration limit) throws InterruptedException {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return !process.isAlive();
        }
    }

    /** Runs a tool to its end and returns nothing: what it says matters only when it fails. */
    static void run(List<String> command, Path log, Duration limit) throws IOException, InterruptedException {
        var tool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        if (!tool.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            tool.destroyForcibly();
            throw new LocalStackFailure(
                    "%s took longer than %d s; see %s".formatted(command.getFirst(), limit.toSeconds(), log));
        }
        if (tool.exitValue() != 0) {
            throw new LocalStackFailure(
                    "%s ended with code %d:%n%s".formatted(command.getFirst(), tool.exitValue(), lastLines(log)));
        }
    }

    static String lastLines(Path log) {
        try (var lines = Files.lines(log)) {
            var all = lines.toList();
            var shown = all.subList(Math.max(0, all.size() - LOG_LINES_SHOWN), all.size());
            return String.join(System.lineSeparator(), shown) + System.lineSeparator() + "(" + log + ")";
        } catch (IOException | UncheckedIOException e) {
            return "(no log at " + log + ")";
        }
    }

    private static void startLogAfreshIfLong(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_SIZE_MAX) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
