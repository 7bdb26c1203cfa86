package dev.firstfill.bench.platform;

import dev.firstfill.bench.load.Psql;
import dev.firstfill.bench.measure.Side;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Migrations over all pharmacies. Each is another one, since none can be applied twice. */
public final class Waves {
    private static final long BETWEEN_LOOKS_MS = 5;

    /** What a usual step does: a column for new code, and an index. */
    private static final String STEP = """
            alter table pharmacy.patient add column %1$s text;
            create index patient_%1$s on pharmacy.patient (created_at) where %1$s is not null;
            """;

    private final Platform platform;
    private final Operator operator;
    private final List<String> schemas;
    private int loops;

    public Waves(Platform platform) throws Exception {
        this.platform = platform;
        this.operator = platform.nextReleases();
        this.schemas = served();
    }

    public int pharmacies() {
        return schemas.size();
    }

    private List<String> served() throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = platform.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select 't_' || replace(id::text, '-', '') from control.tenant where state = 'ACTIVE'")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /** The whole command, Java's start included. */
    public Side.Work migrate() throws Exception {
        int version = release();
        long began = System.nanoTime();
        operator.run("migrate");
        double seconds = (System.nanoTime() - began) / 1e9;
        mustHaveReachedAll(version);
        return Side.Work.perSecond(schemas.size() / seconds, seconds);
    }

    /** The same step, one transaction for each schema, over one connection; no line anywhere of what was done. psql's start included. */
    public Side.Work loop() throws Exception {
        loops++;
        var sql = new StringBuilder();
        for (var schema : schemas) {
            sql.append("begin;\n")
                    .append(PharmacyDdl.writtenFor(schema, STEP.formatted("loop_" + loops)))
                    .append("commit;\n");
        }
        long began = System.nanoTime();
        try (var psql = new Psql(platform)) {
            psql.run(sql.toString());
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        return Side.Work.perSecond(schemas.size() / seconds, seconds);
    }

    /** @param before how many had been done when it was killed. @param leftBehind how many were not when it had run again */
    public record Resumed(long before, long leftBehind) {}

    /** Kills a run with -9 when a quarter is done, and runs it again. */
    public Resumed killedAndResumed() throws Exception {
        int version = release();
        var run = operator.start("migrate");
        while (run.isAlive() && migratedTo(version) < schemas.size() / 4) {
            Thread.sleep(BETWEEN_LOOKS_MS);
        }
        run.destroyForcibly().waitFor();
        long before = migratedTo(version);
        if (before == schemas.size()) {
            throw new IllegalStateException("The wave was over before it could be killed; ask for more with --size.");
        }
        operator.run("migrate");
        return new Resumed(before, schemas.size() - migratedTo(version));
    }

    private int release() throws IOException {
        return operator.release(STEP.formatted("wave_" + System.nanoTime()));
    }

    private long migratedTo(int version) throws SQLException {
        return platform.number(
                "select count(*) from control.tenant where state = 'ACTIVE' and schema_version = " + version);
    }

    private void mustHaveReachedAll(int version) throws SQLException {
        long reached = migratedTo(version);
        if (reached != schemas.size()) {
            throw new IllegalStateException(
                    "%d of %d pharmacies reached version %d".formatted(reached, schemas.size(), version));
        }
    }

    /** The longest that one pharmacy's transaction took, from its first lock: no lock can have been held longer. */
    public long longestTransactionMs() throws SQLException {
        return platform.number(
                "select max((details->>'tookMs')::int) from control.tenant_event where details ? 'tookMs'");
    }
}
