package dev.firstfill.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A process as {@code /proc/<pid>/stat} tells of it (proc(5)).
 *
 * @param ownTicks processor time in hundredths of a second, of itself
 * @param reapedTicks the same of its children that have ended; added over a tree, nothing counts twice
 */
record ProcessStat(long pid, String command, long parent, long ownTicks, long reapedTicks) {
    private static final int PARENT = 1;
    private static final int OWN_TIMES = 11;
    private static final int REAPED_TIMES = 13;

    /** This program and all below it. */
    static List<ProcessStat> ofThisTree() {
        var children = new HashMap<Long, List<ProcessStat>>();
        ProcessStat self = null;
        for (var stat : all()) {
            children.computeIfAbsent(stat.parent(), parent -> new ArrayList<>()).add(stat);
            if (stat.pid() == ProcessHandle.current().pid()) {
                self = stat;
            }
        }
        var tree = new ArrayList<ProcessStat>();
        if (self != null) {
            collect(self, children, tree);
        }
        return tree;
    }

    private static void collect(ProcessStat root, Map<Long, List<ProcessStat>> children, List<ProcessStat> tree) {
        tree.add(root);
        children.getOrDefault(root.pid(), List.of()).forEach(child -> collect(child, children, tree));
    }

    private static List<ProcessStat> all() {
        var all = new ArrayList<ProcessStat>();
        try (var folders = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (var folder : folders) {
                read(folder).ifPresent(all::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Processes are read from Linux's /proc.", e);
        }
        return all;
    }

    private static Optional<ProcessStat> read(Path folder) {
        try {
            return Optional.of(parse(Files.readString(folder.resolve("stat"))));
        } catch (IOException ended) {
            return Optional.empty();
        }
    }

    /** The command stands in parentheses and may hold anything, parentheses too. */
    static ProcessStat parse(String line) {
        int open = line.indexOf('(');
        int close = line.lastIndexOf(')');
        var fields = line.substring(close + 2).split(" ");
        return new ProcessStat(
                Long.parseLong(line.substring(0, open - 1)),
                line.substring(open + 1, close),
                Long.parseLong(fields[PARENT]),
                Long.parseLong(fields[OWN_TIMES]) + Long.parseLong(fields[OWN_TIMES + 1]),
                Long.parseLong(fields[REAPED_TIMES]) + Long.parseLong(fields[REAPED_TIMES + 1]));
    }
}
