package dev.firstfill.bench.load;

import dev.firstfill.bench.measure.Side;
import dev.firstfill.local.Superuser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The database's side of the same work, as the superuser, with statements prepared. */
public final class Pgbench implements Side {
    private static final Pattern PER_SECOND = Pattern.compile("tps = ([0-9.]+)");

    private final String name;
    private final Superuser superuser;
    private final String database;
    private final List<Path> scripts;
    private final Map<String, String> variables;

    private Pgbench(
            String name, Superuser superuser, String database, List<Path> scripts, Map<String, String> variables) {
        this.name = name;
        this.superuser = superuser;
        this.database = database;
        this.scripts = List.copyOf(scripts);
        this.variables = Map.copyOf(variables);
    }

    /** Each transaction is one of these scripts, by chance. */
    public static Pgbench running(String name, Path folder, Superuser superuser, String database, List<String> scripts)
            throws IOException {
        var files = new ArrayList<Path>();
        for (var script : scripts) {
            files.add(Files.writeString(Files.createTempFile(folder, "pgbench-", ".sql"), script));
        }
        return new Pgbench(name, superuser, database, files, Map.of());
    }

    /** With values for what the scripts name by {@code :name}. */
    public Pgbench with(Map<String, String> values) {
        return new Pgbench(name, superuser, database, scripts, values);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Work work(int seconds) throws Exception {
        var printed = Tool.output(Psql.inTheClear(superuser.password()), command(seconds, List.of()));
        return Work.perSecond(Tool.number(PER_SECOND, printed), seconds);
    }

    /** So many transactions a second, begun when they are due; a transaction that begins late is counted from when it was due. */
    public Percentiles paced(int perSecond, int seconds) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("pgbench-log");
        try {
            var log = List.of("-R", "" + perSecond, "--log", "--log-prefix=" + folder.resolve("log"));
            Tool.output(Psql.inTheClear(superuser.password()), command(seconds, log));
            return PgbenchLog.in(folder, seconds);
        } finally {
            PgbenchLog.delete(folder);
        }
    }

    private List<String> command(int seconds, List<String> more) {
        var command = new ArrayList<>(List.of(
                "pgbench",
                "-n",
                "-M",
                "prepared",
                "-c",
                "" + Wrk.CLIENTS,
                "-j",
                "1",
                "-T",
                "" + seconds,
                "-h",
                superuser.host(),
                "-p",
                "" + superuser.port(),
                "-U",
                superuser.user()));
        command.addAll(more);
        variables.forEach((variable, value) -> command.addAll(List.of("-D", variable + "=" + value)));
        scripts.forEach(script -> command.addAll(List.of("-f", script.toString())));
        command.add(database);
        return command;
    }
}
