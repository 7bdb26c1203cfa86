package dev.firstfill.bench;

import dev.firstfill.bench.load.OpenLoad;
import dev.firstfill.bench.load.Wrk;
import dev.firstfill.bench.measure.Promise;
import dev.firstfill.bench.measure.Report;
import dev.firstfill.bench.measure.Side;
import dev.firstfill.bench.platform.Api;
import dev.firstfill.bench.platform.Backends;
import dev.firstfill.bench.platform.ParseLog;
import dev.firstfill.bench.platform.Platform;
import dev.firstfill.bench.platform.Waves;
import java.util.List;

/** What it costs that there are more pharmacies: reads, memory of a backend, statements prepared anew, opening, migrating. */
final class TenantSweep implements Benchmark {
    private static final int FEW = 10;
    private static final List<Integer> STEPS = List.of(10, 100, 1_000);
    private static final int USUAL = 1_000;
    private static final int WHEN_QUICK = 20;

    /** P5 is a promise of so many; fewer tell where it goes. */
    private static final int PROMISED = 10_000;

    private static final int TURN_SECONDS = 30;
    private static final int QUICK_TURN_SECONDS = 4;
    private static final double MB = 1024 * 1024;

    @Override
    public String name() {
        return "tenant-sweep";
    }

    @Override
    public String asks() {
        return "reads over 10, 100, 1,000 pharmacies (--size 10000: over so many alone): p99, throughput, memory (P5)";
    }

    @Override
    public List<String> tools() {
        return List.of("wrk");
    }

    @Override
    public void run(Platform platform, Report report) throws Exception {
        var setting = platform.setting();
        var steps = setting.size().isPresent() || setting.quick() ? List.of(setting.size(USUAL, WHEN_QUICK)) : STEPS;
        var subjects = PatientSubjects.none();
        for (int pharmacies : steps) {
            subjects = subjects.and(
                    opened(platform, report, pharmacies - subjects.all().size()));
            step(platform, report, subjects);
        }
    }

    private static PatientSubjects opened(Platform platform, Report report, int count) throws Exception {
        try (var api = platform.api()) {
            long began = System.nanoTime();
            var opened = PatientSubjects.in(platform, api, count);
            double each = (System.nanoTime() - began) / 1e6 / count;
            report.fact("opened, limits set, a patient each", each, " ms", Promise.none(), count + " of them");
            return opened;
        }
    }

    private static void step(Platform platform, Report report, PatientSubjects subjects) throws Exception {
        try (var api = platform.api()) {
            reads(platform, report, api, subjects);
            report.count(
                    "largest backend, " + subjects,
                    Backends.largestPrivateBytes(platform) / MB,
                    " MB",
                    subjects.all().size() >= PROMISED ? Promise.atMost("P5", 150) : Promise.none(),
                    "private memory, /proc/<pid>/smaps_rollup");
            report.count(
                    "the program, " + subjects,
                    Backends.residentBytes(api.pid()) / MB,
                    " MB",
                    subjects.all().size() == USUAL ? Promise.atMost("P4", 350) : Promise.none(),
                    "resident; the heap of a pod of 1 GiB");
        }
        report.count(
                "statements not prepared anew, " + subjects,
                ParseLog.hitRate(platform, subjects.full()) * 100,
                " %",
                Promise.none(),
                "from the server's log");
        report.count(
                "relations in the database", platform.number("select count(*) from pg_class"), "", Promise.none(), "");
        platform.setting().say("A migration over all of them");
        var waves = new Waves(platform);
        // Those just opened lack what the waves before brought to the others.
        waves.migrate();
        var wave = waves.migrate();
        report.fact("migrated, " + subjects, wave.figure(), "/s", Promise.none(), "Java's start included");
    }

    /** All of them beside ten of them, in turns, on the same program. */
    private static void reads(Platform platform, Report report, Api api, PatientSubjects subjects) throws Exception {
        var setting = platform.setting();
        var few = subjects.first(FEW);
        var all = Wrk.sending("over all", platform.folder(), api.url(), subjects.full());
        var ten = Wrk.sending("over ten", platform.folder(), api.url(), few.full());
        all.warmUp(setting);
        if (subjects.all().size() <= FEW) {
            report.fact("peak, " + subjects, ten.work(setting.seconds()).figure(), "/s", Promise.none(), "");
            return;
        }
        var peak = report.compare("peak, " + subjects + " beside ten", "/s", all, ten, Promise.none());
        int half = (int) (peak.oursMedian() / 2);
        var allOpen = OpenLoad.sending(platform, api.url(), subjects.full());
        var tenOpen = OpenLoad.sending(platform, api.url(), few.full());
        report.compare(
                setting.with(setting.pairs(), setting.quick() ? QUICK_TURN_SECONDS : TURN_SECONDS),
                "p99 at half of it, " + subjects + " beside ten",
                " ms",
                p99("over all at " + half + "/s", allOpen, half),
                p99("over ten at " + half + "/s", tenOpen, half),
                subjects.all().size() >= PROMISED ? Promise.atMost("P5", 1.25) : Promise.none());
    }

    private static Side p99(String name, OpenLoad load, int perSecond) {
        return Side.of(name, seconds -> {
            var found = load.run(perSecond, seconds);
            found.mustBeWithoutFailures();
            return new Side.Work(found.p99Ms(), found.served());
        });
    }
}
