package dev.firstfill.bench;

import dev.firstfill.api.testing.Tokens;
import dev.firstfill.bench.load.Psql;
import dev.firstfill.bench.measure.Promise;
import dev.firstfill.bench.measure.Report;
import dev.firstfill.bench.measure.Side;
import dev.firstfill.bench.measure.Spread;
import dev.firstfill.bench.measure.Warm;
import dev.firstfill.bench.platform.Api;
import dev.firstfill.bench.platform.PharmacyDdl;
import dev.firstfill.bench.platform.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** From the wish for a pharmacy to its being served, beside psql that makes the same schema in one transaction. */
final class Provisioning implements Benchmark {

    @Override
    public String name() {
        return "provisioning";
    }

    @Override
    public String asks() {
        return "opening a pharmacy over HTTP beside psql running the same DDL in one transaction (P6)";
    }

    @Override
    public List<String> tools() {
        return List.of("psql");
    }

    @Override
    public void run(Platform platform, Report report) throws Exception {
        var setting = platform.setting();
        var ddl = PharmacyDdl.in(setting.root());
        var millis = new ArrayList<Double>();
        try (var api = platform.api();
                var psql = new Psql(platform)) {
            var ours = Side.of("POST /v1/tenants", seconds -> repeated(seconds, () -> millis.add(open(api))));
            var theirs = Side.of("psql", seconds -> repeated(seconds, () -> psql.run(ddl.creation(schema()))));
            Warm.up(setting, ours);
            millis.clear();
            report.compare("pharmacies opened, organisation included", "/s", ours, theirs, Promise.atLeast("P6", 0.8));
        }
        tell(report, millis);
        var relations = platform.number("""
                select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'i', 'S')
                  and n.nspname = (select max(nspname) from pg_namespace where nspname like 't\\_%')
                """);
        report.count("tables, indexes and sequences of a pharmacy", relations, "", Promise.none(), "TOAST not counted");
    }

    private static void tell(Report report, List<Double> millis) {
        var spread = Spread.of(millis);
        report.fact(
                "one is served after",
                spread.median(),
                " ms",
                Promise.atMost("P6", 150),
                "%.0f–%.0f ms, %d of them".formatted(spread.min(), spread.max(), millis.size()));
    }

    /** Milliseconds until the answer, after which it is served. */
    private static double open(Api api) throws Exception {
        long began = System.nanoTime();
        api.post("/v1/tenants", Tokens.ofOperator(), """
                {"slug": "bench-%s", "name": "Bench", "timeZone": "America/New_York", "sandbox": false}
                """.formatted(
                        UUID.randomUUID().toString().substring(0, 13)));
        return (System.nanoTime() - began) / 1e6;
    }

    /** Looks like a pharmacy's, and is in no catalogue. */
    private static String schema() {
        return "t_" + UUID.randomUUID().toString().replace("-", "");
    }

    private static Side.Work repeated(int seconds, Doing doing) throws Exception {
        long began = System.nanoTime();
        int done = 0;
        while (System.nanoTime() - began < seconds * 1_000_000_000L) {
            doing.once();
            done++;
        }
        return Side.Work.perSecond(done / ((System.nanoTime() - began) / 1e9), (System.nanoTime() - began) / 1e9);
    }

    private interface Doing {
        void once() throws Exception;
    }
}
