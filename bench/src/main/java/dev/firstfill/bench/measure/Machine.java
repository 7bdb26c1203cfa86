package dev.firstfill.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/**
 * On what it was measured; no name of the machine, since results are shown around.
 *
 * @param commit of the measured code; with a plus sign when files had been changed since
 */
public record Machine(
        String date,
        String commit,
        int cores,
        long memoryMb,
        String processor,
        String kernel,
        String jdk,
        String postgres) {

    private static final long KB_PER_MB = 1024;
    private static final long GIT_LIMIT_SECONDS = 10;

    public static Machine here(Path root, String postgres) throws IOException, InterruptedException {
        var changed = !output(root, "git", "status", "--porcelain", "--untracked-files=no")
                .isBlank();
        return new Machine(
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                output(root, "git", "rev-parse", "--short=12", "HEAD").strip() + (changed ? "+" : ""),
                Runtime.getRuntime().availableProcessors(),
                Long.parseLong(line("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / KB_PER_MB,
                line("/proc/cpuinfo", "model name").replaceFirst(".*:\\s*", ""),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                postgres);
    }

    private static String line(String file, String start) throws IOException {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(start)).findFirst().orElse("0");
        }
    }

    private static String output(Path root, String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var printed = new String(process.getInputStream().readAllBytes());
        process.waitFor(GIT_LIMIT_SECONDS, TimeUnit.SECONDS);
        return printed;
    }
}
