package dev.firstfill.bench;

import dev.firstfill.bench.load.Pgbench;
import dev.firstfill.bench.load.Wrk;
import dev.firstfill.bench.measure.Promise;
import dev.firstfill.bench.measure.Report;
import dev.firstfill.bench.measure.Side;
import dev.firstfill.bench.platform.Api;
import dev.firstfill.bench.platform.PatientStatements;
import dev.firstfill.bench.platform.Pharmacy;
import dev.firstfill.bench.platform.Platform;
import dev.firstfill.bench.platform.StatementLog;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A patient created under an idempotency key, beside pgbench that sends the same statements in one pipeline. */
final class PatientCreate implements Benchmark {
    private static final int MANY = 20;
    private static final int FEW_WHEN_QUICK = 3;

    @Override
    public String name() {
        return "patient-create";
    }

    @Override
    public String asks() {
        return "patients created a second beside pgbench of the same statements, prepared and in one pipeline (P2)";
    }

    @Override
    public List<String> tools() {
        return List.of("wrk", "pgbench");
    }

    @Override
    public void run(Platform platform, Report report) throws Exception {
        try (var log = StatementLog.begin(platform);
                var api = platform.api("statements", Api.shipped(platform), List.of())) {
            PatientStatements.mustStillBe(log, api, Pharmacy.open(platform, api));
        }
        try (var api = platform.api()) {
            int many = platform.setting().size(MANY, FEW_WHEN_QUICK);
            var ours = Pharmacy.open(platform, api, many);
            var pgbench = Pharmacy.open(platform, api, many);
            compare(platform, report, api, ours.subList(0, 1), pgbench.subList(0, 1));
            compare(platform, report, api, ours, pgbench);
        }
    }

    /** @param forPgbench pharmacies of its own, since what it creates there is more than ours creates, and no records */
    private static void compare(
            Platform platform, Report report, Api api, List<Pharmacy> pharmacies, List<Pharmacy> forPgbench)
            throws Exception {
        var ours = Wrk.creating("POST /v1/patients", platform.folder(), api.url(), pharmacies);
        ours.warmUp(platform.setting());
        var statements = PatientStatements.asLastOf(platform, pharmacies.get(0).schema());
        var scripts = new ArrayList<String>();
        for (var pharmacy : forPgbench) {
            scripts.add(statements.script(pharmacy.schema()));
        }
        var pgbench = Pgbench.running(
                        "pgbench, one pipeline", platform.folder(), platform.superuser(), Platform.DATABASE, scripts)
                .with(statements.variables());
        var limit = Side.of(pgbench.name(), seconds -> {
            var work = pgbench.work(seconds);
            forgetEvents(platform, forPgbench);
            return work;
        });
        var what = pharmacies.size() == 1 ? "1 pharmacy" : pharmacies.size() + " pharmacies";
        report.compare("patient created, " + what, "/s", ours, limit, Promise.atLeast("P2", 0.60));
    }

    /** Or the program would be busy, in its next turn, with delivering what pgbench wrote. */
    private static void forgetEvents(Platform platform, List<Pharmacy> pharmacies) throws SQLException {
        for (var pharmacy : pharmacies) {
            platform.execute("truncate %s.outbox_event".formatted(pharmacy.schema()));
        }
    }
}
