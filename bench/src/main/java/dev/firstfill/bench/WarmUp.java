package dev.firstfill.bench;

import dev.firstfill.bench.load.Wrk;
import dev.firstfill.bench.measure.Promise;
import dev.firstfill.bench.measure.Report;
import dev.firstfill.bench.measure.Spread;
import dev.firstfill.bench.platform.Platform;
import java.util.ArrayList;
import java.util.List;

/** What a program that has just started does under full load, beside what the same process does when it is warm. */
final class WarmUp implements Benchmark {
    private static final int PROMISED_SECONDS = 20;
    private static final int LAST_SECONDS = 2;

    @Override
    public String name() {
        return "warm-up";
    }

    @Override
    public String asks() {
        return "full reads 20 s after the start, in % of the peak of the same process (P4)";
    }

    @Override
    public List<String> tools() {
        return List.of("wrk");
    }

    @Override
    public void run(Platform platform, Report report) throws Exception {
        var setting = platform.setting();
        PatientSubjects subjects;
        try (var api = platform.api()) {
            subjects = PatientSubjects.in(platform, api, 1);
        }
        var shares = new ArrayList<Double>();
        double peak = 0;
        for (int turn = 1; turn <= setting.pairs(); turn++) {
            setting.say("  start %d of %d", turn, setting.pairs());
            try (var api = platform.api()) {
                var reads = Wrk.sending("full read", platform.folder(), api.url(), subjects.full());
                reads.push(PROMISED_SECONDS - LAST_SECONDS);
                double reached = reads.work(LAST_SECONDS).figure();
                reads.warmUp(setting);
                peak = reads.work(setting.seconds()).figure();
                shares.add(reached / peak * 100);
            }
        }
        var share = Spread.of(shares);
        report.fact(
                "of its peak after 20 s",
                share.median(),
                " %",
                Promise.atLeast("P4", 80),
                "%d starts, %.0f–%.0f %%, the last peak %,.0f/s; no AOT cache"
                        .formatted(shares.size(), share.min(), share.max(), peak));
    }
}
