package dev.firstfill.bench;

import dev.firstfill.bench.ceiling.Ceiling;
import dev.firstfill.bench.load.Request;
import dev.firstfill.bench.load.Wrk;
import dev.firstfill.bench.measure.Promise;
import dev.firstfill.bench.measure.Report;
import dev.firstfill.bench.platform.Api;
import dev.firstfill.bench.platform.Platform;
import java.io.IOException;
import java.util.List;

/** The whole read, with token, two keys, seal and record, beside a server that does nothing but read the row. */
final class PatientRead implements Benchmark {
    private static final int MANY = 100;
    private static final int FEW_WHEN_QUICK = 10;

    @Override
    public String name() {
        return "patient-read";
    }

    @Override
    public String asks() {
        return "requests/s of one full patient read beside a bare Vert.x server of the same row, and pgbench of it (P1)";
    }

    @Override
    public List<String> tools() {
        return List.of("wrk", "pgbench");
    }

    @Override
    public void run(Platform platform, Report report) throws Exception {
        try (var api = platform.api()) {
            var subjects = PatientSubjects.in(platform, api, platform.setting().size(MANY, FEW_WHEN_QUICK));
            compare(platform, report, api, subjects.first(1));
            if (subjects.all().size() > 1) {
                compare(platform, report, api, subjects);
            }
        }
    }

    /** Requests that stop half-way, which say what part of the whole is whose. */
    private static List<Wrk> rungs(Platform platform, Api api, PatientSubjects subjects) throws IOException {
        var token = subjects.all().get(0).pharmacy().token();
        return List.of(
                Wrk.sending(
                        "no token, no data", platform.folder(), api.url(), List.of(Request.get("/q/health/live", ""))),
                Wrk.sending(
                        "token and gate, no data",
                        platform.folder(),
                        api.url(),
                        List.of(Request.get("/v1/me", token))));
    }

    private static void compare(Platform platform, Report report, Api api, PatientSubjects subjects) throws Exception {
        var setting = platform.setting();
        try (var ceiling = Ceiling.start(platform, subjects.schemas(), subjects.answerBytes(api))) {
            var ours = Wrk.sending("full read", platform.folder(), api.url(), subjects.full());
            var bare = Wrk.sending("bare Vert.x", platform.folder(), ceiling.url(), subjects.bare());
            ours.warmUp(setting);
            bare.warmUp(setting);
            report.compare("patient read, " + subjects, "/s", ours, bare, Promise.atLeast("P1", 0.70));
            report.compare("beside pgbench, " + subjects, "/s", ours, subjects.pgbench(platform), Promise.none());
            if (subjects.all().size() == 1) {
                for (var rung : rungs(platform, api, subjects)) {
                    rung.warmUp(setting);
                    report.compare(rung.name(), "/s", rung, bare, Promise.none());
                }
            }
        }
    }
}
