package dev.firstfill.bench;

import dev.firstfill.bench.load.OpenLoad;
import dev.firstfill.bench.load.Percentiles;
import dev.firstfill.bench.load.Request;
import dev.firstfill.bench.load.Wrk;
import dev.firstfill.bench.measure.Promise;
import dev.firstfill.bench.measure.Report;
import dev.firstfill.bench.measure.Setting;
import dev.firstfill.bench.measure.Spread;
import dev.firstfill.bench.platform.Filling;
import dev.firstfill.bench.platform.Pharmacy;
import dev.firstfill.bench.platform.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Who is calling: a patient searched by phone among very many, at a steady rate. */
final class PhoneSearch implements Benchmark {
    private static final int USUAL = 100;
    private static final int WHEN_QUICK = 2;
    private static final int PATIENTS_EACH = 1_000;
    private static final int SOUGHT = 20_000;
    private static final int PER_SECOND = 1_000;
    private static final int QUICK_PER_SECOND = 50;
    private static final int TURN_SECONDS = 60;
    private static final int QUICK_TURN_SECONDS = 5;

    @Override
    public String name() {
        return "phone-search";
    }

    @Override
    public String asks() {
        return "p50 and p99 of 1,000 searches/s by phone, 1,000 patients in each of 100 pharmacies (--size 1000 in full) (P15)";
    }

    @Override
    public List<String> tools() {
        return List.of("wrk");
    }

    @Override
    public void run(Platform platform, Report report) throws Exception {
        var setting = platform.setting();
        try (var api = platform.api()) {
            var pharmacies = Pharmacy.open(platform, api, setting.size(USUAL, WHEN_QUICK));
            var filling = new Filling(platform, pharmacies, PATIENTS_EACH);
            report.fact("patients filled in", filling.fill(), "/s", Promise.none(), "sealed, by COPY");
            mustBeFound(api.post("/v1/patients/search", pharmacies.get(0).token(), body(0)));
            var searches = searches(pharmacies);
            var closed =
                    Wrk.sending("searches", platform.folder(), api.url(), searches.subList(0, Math.min(500, SOUGHT)));
            closed.warmUp(setting);
            report.fact("peak", closed.work(setting.seconds()).figure(), "/s", Promise.none(), "closed loop");
            var load = OpenLoad.sending(platform, api.url(), searches);
            steady(report, setting, load, filling.patients());
        }
    }

    private static List<Request> searches(List<Pharmacy> pharmacies) {
        var random = new Random(PATIENTS_EACH);
        var searches = new ArrayList<Request>();
        for (int i = 0; i < SOUGHT; i++) {
            int place = random.nextInt(pharmacies.size());
            long person = (long) place * PATIENTS_EACH + random.nextInt(PATIENTS_EACH);
            searches.add(
                    Request.post("/v1/patients/search", pharmacies.get(place).token(), body(person)));
        }
        return searches;
    }

    private static String body(long person) {
        return "{\"phone\": \"%s\"}".formatted(Filling.phone(person));
    }

    private static void mustBeFound(String answer) {
        if (!answer.contains(Filling.phone(0))) {
            throw new IllegalStateException("Who was filled in is not found: " + answer);
        }
    }

    private static void steady(Report report, Setting setting, OpenLoad load, long numbers) throws Exception {
        var found = new ArrayList<Percentiles>();
        for (int turn = 1; turn <= setting.pairs(); turn++) {
            setting.say("  turn %d of %d", turn, setting.pairs());
            found.add(load.run(
                    setting.quick() ? QUICK_PER_SECOND : PER_SECOND,
                    setting.quick() ? QUICK_TURN_SECONDS : TURN_SECONDS));
            found.getLast().mustBeWithoutFailures();
        }
        var p50 = Spread.of(found.stream().map(Percentiles::p50Ms).toList());
        var p99 = Spread.of(found.stream().map(Percentiles::p99Ms).toList());
        var note = "%,d numbers, %.0f/s; turns %.1f–%.1f ms";
        var rate = found.getLast().perSecond();
        report.fact(
                "p50",
                p50.median(),
                " ms",
                Promise.atMost("P15", 2),
                note.formatted(numbers, rate, p50.min(), p50.max()));
        report.fact(
                "p99",
                p99.median(),
                " ms",
                Promise.atMost("P15", 8),
                note.formatted(numbers, rate, p99.min(), p99.max()));
    }
}
