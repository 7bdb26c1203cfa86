package dev.firstfill.bench;

import dev.firstfill.bench.load.Loop;
import dev.firstfill.bench.load.OpenLoad;
import dev.firstfill.bench.load.Pgbench;
import dev.firstfill.bench.load.Request;
import dev.firstfill.bench.load.Wrk;
import dev.firstfill.bench.measure.Promise;
import dev.firstfill.bench.measure.Report;
import dev.firstfill.bench.measure.Warm;
import dev.firstfill.bench.platform.ManyCases;
import dev.firstfill.bench.platform.Pharmacy;
import dev.firstfill.bench.platform.Platform;
import java.util.List;
import java.util.stream.IntStream;

/** The case board, a patient at a glance, receiving a referral and advancing a case, where there are many cases. */
final class CaseWork implements Benchmark {
    private static final int USUAL = 20_000;
    private static final int WHEN_QUICK = 500;
    private static final int CLIENTS = 8;
    private static final int GLANCED_AT = 1_000;

    private static final String BOARD = """
            select c.state, c.payer, c.waits_for, c.owner_id, c.owner_name, c.sla, min(c.since), count(*),
              count(*) filter (where c.since > now() - interval '1 day')
            from %1$s.patient_case c where c.closed_at is null
            group by c.state, c.payer, c.waits_for, c.owner_id, c.owner_name, c.sla;
            """;

    private static final String PENDING = """
            select c.state, c.payer, c.waits_for, c.owner_id, c.owner_name, c.sla, min(c.since), count(*)
            from %1$s.patient_case c where c.closed_at is null and c.state = 'PA_PENDING_PAYER' and c.payer = 'Aetna'
            group by c.state, c.payer, c.waits_for, c.owner_id, c.owner_name, c.sla;
            """;

    private static final String GLANCE = """
            \\set n random(1001, %2$d)
            select p.id from %1$s.patient p join %1$s.patient_key k on k.patient_id = p.id where p.number = :n \\gset
            select * from %1$s.patient_case c where c.patient_id = :id order by c.id desc limit 50;
            select * from %1$s.dispense d where d.patient_id = :id and d.shipped_at is not null order by d.shipped_at desc limit 1;
            select * from %1$s.task t where t.patient_id = :id;
            """;

    @Override
    public String name() {
        return "case-work";
    }

    @Override
    public String asks() {
        return "case board, patient at a glance, referrals received and cases advanced, in a pharmacy with 20,000 cases";
    }

    @Override
    public List<String> tools() {
        return List.of("wrk", "pgbench");
    }

    @Override
    public void run(Platform platform, Report report) throws Exception {
        var setting = platform.setting();
        int cases = setting.size(USUAL, WHEN_QUICK);
        try (var api = platform.api()) {
            var pharmacy = Pharmacy.open(platform, api);
            var filled = new ManyCases(platform, api, pharmacy);
            filled.fill(cases);
            var token = pharmacy.token();
            var glances = IntStream.range(0, Math.min(cases, GLANCED_AT))
                    .mapToObj(place -> Request.get("/v1/patients/P" + (1001 + place) + "/overview", token))
                    .toList();
            var reads = new Reads(platform, report, api.url(), pharmacy.schema(), 1000 + cases);
            reads.compare("case board", BOARD, List.of(Request.get("/v1/case-board", token)));
            reads.compare(
                    "case board, PA pending with Aetna",
                    PENDING,
                    List.of(Request.get("/v1/case-board?status=pa-pending-payer&payer=Aetna", token)));
            reads.compare("patient at a glance", GLANCE, glances);
            var receiving = new Loop("POST /v1/referrals", CLIENTS, client -> filled.refer());
            // Alone at first: a cold program under a crowd keeps some of it waiting for longer than it may.
            new Loop(receiving.name(), 1, client -> filled.refer()).work(setting.warmUpSeconds());
            Warm.up(setting, receiving);
            alone(report, "referrals received", receiving, setting.seconds());
            var advancing = new Loop("GET, then transition", CLIENTS, filled::advance);
            new Loop(advancing.name(), 1, filled::advance).work(setting.warmUpSeconds());
            Warm.up(setting, advancing);
            alone(report, "cases read and advanced", advancing, setting.seconds());
        }
    }

    /** A write of many statements has no one statement to be measured by. */
    private static void alone(Report report, String what, Loop loop, int seconds) throws Exception {
        report.fact(what, loop.work(seconds).figure(), "/s", Promise.none(), CLIENTS + " clients");
    }

    private record Reads(Platform platform, Report report, String url, String schema, int lastNumber) {

        void compare(String what, String sql, List<Request> requests) throws Exception {
            var ours = Wrk.sending(what, platform.folder(), url, requests);
            var script = sql.formatted(schema, lastNumber);
            var limit = Pgbench.running(
                    "pgbench of its statements",
                    platform.folder(),
                    platform.superuser(),
                    Platform.DATABASE,
                    List.of(script));
            ours.warmUp(platform.setting());
            var found = report.compare(what, "/s", ours, limit, Promise.none());
            steadily(what, requests, (int) Math.max(1, found.oursMedian() / 2));
        }

        /** As people ask: whether or not those before them were answered. */
        private void steadily(String what, List<Request> requests, int perSecond) throws Exception {
            var load = OpenLoad.sending(platform, url, requests);
            load.run(perSecond, platform.setting().warmUpSeconds());
            var found = load.run(perSecond, 5 * platform.setting().seconds());
            var failed = found.failures() == 0 ? "" : ", %d failed".formatted(found.failures());
            report.fact(what + ", p99", found.p99Ms(), " ms", Promise.none(), "at " + perSecond + "/s" + failed);
        }
    }
}
