package dev.firstfill.bench;

import dev.firstfill.bench.load.OpenLoad;
import dev.firstfill.bench.load.Percentiles;
import dev.firstfill.bench.load.Wrk;
import dev.firstfill.bench.measure.Comparison;
import dev.firstfill.bench.measure.Promise;
import dev.firstfill.bench.measure.Report;
import dev.firstfill.bench.measure.Setting;
import dev.firstfill.bench.measure.Side;
import dev.firstfill.bench.platform.Platform;
import java.util.ArrayList;
import java.util.List;

/** The 99th percentile of a full read at half of the peak, beside that of its statement at the same rate. */
final class SteadyRead implements Benchmark {
    private static final int PHARMACIES = 100;
    private static final int WHEN_QUICK = 5;

    /** Five turns of two minutes: ten minutes under load. */
    private static final int TURN_SECONDS = 120;

    /** Nothing of it changes after that, and nobody waits for its ten minutes. */
    private static final int LIMIT_TURN_SECONDS = 30;

    private static final int QUICK_TURN_SECONDS = 5;

    @Override
    public String name() {
        return "steady-read";
    }

    @Override
    public String asks() {
        return "p99 of a full read at half of the peak over ten minutes, open model, beside pgbench -R (P3)";
    }

    @Override
    public List<String> tools() {
        return List.of("wrk", "pgbench");
    }

    @Override
    public void run(Platform platform, Report report) throws Exception {
        var setting = platform.setting();
        var turns = setting.with(setting.pairs(), setting.quick() ? QUICK_TURN_SECONDS : TURN_SECONDS);
        try (var api = platform.api()) {
            var subjects = PatientSubjects.in(platform, api, setting.size(PHARMACIES, WHEN_QUICK));
            var peak = Wrk.sending("full read", platform.folder(), api.url(), subjects.full());
            setting.say("Looking for the peak");
            peak.warmUp(setting);
            int perSecond = (int) (peak.work(setting.seconds()).figure() / 2);
            var load = OpenLoad.sending(platform, api.url(), subjects.full());
            load.run(perSecond, setting.warmUpSeconds());
            var found = new ArrayList<Percentiles>();
            var ours = Side.of("full read at " + perSecond + "/s", seconds -> {
                found.add(load.run(perSecond, seconds));
                return p99(found.getLast());
            });
            var pgbench = subjects.pgbench(platform);
            var limit = Side.of(
                    "pgbench -R " + perSecond,
                    seconds -> p99(pgbench.paced(perSecond, Math.min(seconds, LIMIT_TURN_SECONDS))));
            var compared = report.compare(
                    turns, "p99 at half of the peak, " + subjects, " ms", ours, limit, Promise.atMost("P3", 4));
            tell(report, compared, found, turns);
        }
    }

    private static Side.Work p99(Percentiles found) {
        return new Side.Work(found.p99Ms(), found.served());
    }

    /** @param found of every turn, those included that somebody disturbed: a failure is one all the same */
    private static void tell(Report report, Comparison compared, List<Percentiles> found, Setting turns) {
        var worst = compared.pairs().stream()
                .mapToDouble(pair -> pair.ours().figure())
                .max()
                .orElseThrow();
        report.fact("the worst turn's p99", worst, " ms", Promise.atMost("P3", 10), turns.seconds() + " s a turn");
        var failures = found.stream().mapToLong(Percentiles::failures).sum();
        var answers = found.stream().mapToLong(Percentiles::answers).sum();
        report.count("failures", failures, "", Promise.atMost("P3", 0), "%,d answers".formatted(answers));
        var blocked = found.stream().mapToDouble(Percentiles::blockedMs).sum();
        report.fact("waiting for a connection, all together", blocked, " ms", Promise.none(), "");
    }
}
