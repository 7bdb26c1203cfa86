package dev.firstfill.bench;

import dev.firstfill.bench.load.Pgbench;
import dev.firstfill.bench.load.Tool;
import dev.firstfill.bench.load.Wrk;
import dev.firstfill.bench.measure.Promise;
import dev.firstfill.bench.measure.Report;
import dev.firstfill.bench.platform.Api;
import dev.firstfill.bench.platform.PatientStatements;
import dev.firstfill.bench.platform.Pharmacy;
import dev.firstfill.bench.platform.Platform;
import dev.firstfill.bench.platform.StatementLog;
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
    public void run(Platform platform, Report report) throws Exception {
        Tool.need("wrk", "pgbench");
        try (var log = StatementLog.begin(platform);
                var api = platform.api("statements", Api.shipped(platform), List.of())) {
            PatientStatements.mustStillBe(log, api, Pharmacy.open(platform, api));
        }
        try (var api = platform.api()) {
            var pharmacies = Pharmacy.open(platform, api, platform.setting().size(MANY, FEW_WHEN_QUICK));
            compare(platform, report, api, pharmacies.subList(0, 1));
            compare(platform, report, api, pharmacies);
        }
    }

    private static void compare(Platform platform, Report report, Api api, List<Pharmacy> pharmacies) throws Exception {
        var ours = Wrk.creating("POST /v1/patients", platform.folder(), api.url(), pharmacies);
        platform.setting().say("Warming up for %d s", platform.setting().warmUpSeconds());
        ours.push(platform.setting().warmUpSeconds());
        var statements = PatientStatements.asLastOf(platform, pharmacies.get(0).schema());
        var scripts = new ArrayList<String>();
        for (var pharmacy : pharmacies) {
            scripts.add(statements.script(pharmacy.schema()));
        }
        var limit = Pgbench.running(
                        "pgbench, one pipeline", platform.folder(), platform.superuser(), Platform.DATABASE, scripts)
                .with(statements.variables());
        var what = pharmacies.size() == 1 ? "1 pharmacy" : pharmacies.size() + " pharmacies";
        report.compare("patient created, " + what, "/s", ours, limit, Promise.atLeast("P2", 0.60));
    }
}
