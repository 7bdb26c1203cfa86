package dev.firstfill.bench;

import dev.firstfill.bench.ceiling.Ceiling;
import dev.firstfill.bench.load.Pgbench;
import dev.firstfill.bench.load.Request;
import dev.firstfill.bench.load.Tool;
import dev.firstfill.bench.load.Wrk;
import dev.firstfill.bench.measure.Promise;
import dev.firstfill.bench.measure.Report;
import dev.firstfill.bench.platform.Api;
import dev.firstfill.bench.platform.Pharmacy;
import dev.firstfill.bench.platform.Platform;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The whole read, with token, two keys, seal and record, beside a server that does nothing but read the row. */
final class PatientRead implements Benchmark {
    private static final int MANY = 100;
    private static final int FEW_WHEN_QUICK = 10;

    private record Subject(Pharmacy pharmacy, UUID patient) {}

    @Override
    public String name() {
        return "patient-read";
    }

    @Override
    public String asks() {
        return "requests/s of one full patient read beside a bare Vert.x server of the same row, and pgbench of it (P1)";
    }

    @Override
    public void run(Platform platform, Report report) throws Exception {
        Tool.need("wrk", "pgbench");
        try (var api = platform.api()) {
            var subjects = subjects(platform, api);
            compare(platform, report, api, subjects.subList(0, 1));
            compare(platform, report, api, subjects);
        }
    }

    private static List<Subject> subjects(Platform platform, Api api) throws Exception {
        var subjects = new ArrayList<Subject>();
        for (var pharmacy : Pharmacy.open(platform, api, platform.setting().size(MANY, FEW_WHEN_QUICK))) {
            subjects.add(new Subject(pharmacy, pharmacy.register(api)));
        }
        return subjects;
    }

    private static void compare(Platform platform, Report report, Api api, List<Subject> subjects) throws Exception {
        var setting = platform.setting();
        var first = subjects.get(0);
        int bytes = api.get("/v1/patients/" + first.patient(), first.pharmacy().token())
                .getBytes(StandardCharsets.UTF_8)
                .length;
        var schemas =
                subjects.stream().map(subject -> subject.pharmacy().schema()).toList();
        try (var ceiling = Ceiling.start(platform, schemas, bytes)) {
            var ours = Wrk.sending("full read", platform.folder(), api.url(), ours(subjects));
            var bare = Wrk.sending("bare Vert.x", platform.folder(), ceiling.url(), bare(subjects));
            setting.say("Warming both up, %d s each", setting.warmUpSeconds());
            ours.work(setting.warmUpSeconds());
            bare.work(setting.warmUpSeconds());
            var many = subjects.size() == 1 ? "1 pharmacy" : subjects.size() + " pharmacies";
            report.compare("patient read, " + many, "/s", ours, bare, Promise.atLeast("P1", 0.70));
            report.compare("the same beside pgbench, " + many, "/s", ours, pgbench(platform, subjects), Promise.none());
        }
    }

    private static List<Request> ours(List<Subject> subjects) {
        return subjects.stream()
                .map(subject -> Request.get(
                        "/v1/patients/" + subject.patient(), subject.pharmacy().token()))
                .toList();
    }

    private static List<Request> bare(List<Subject> subjects) {
        var requests = new ArrayList<Request>();
        for (int place = 0; place < subjects.size(); place++) {
            requests.add(Request.get("/" + place + "/" + subjects.get(place).patient(), ""));
        }
        return requests;
    }

    private static Pgbench pgbench(Platform platform, List<Subject> subjects) throws Exception {
        var scripts = subjects.stream()
                .map(subject -> """
                select p.id, p.created_at, p.erased_at, p.number, p.record, p.search_tokens, p.updated_at, p.version, k.wrapped \
                from %1$s.patient p left join %1$s.patient_key k on p.id = k.patient_id where p.id = '%2$s';
                """.formatted(subject.pharmacy().schema(), subject.patient()))
                .toList();
        return Pgbench.running("pgbench", platform.folder(), platform.superuser(), Platform.DATABASE, scripts);
    }
}
