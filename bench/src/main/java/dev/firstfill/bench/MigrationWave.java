package dev.firstfill.bench;

import dev.firstfill.bench.load.Loop;
import dev.firstfill.bench.measure.Promise;
import dev.firstfill.bench.measure.Report;
import dev.firstfill.bench.measure.Side;
import dev.firstfill.bench.platform.Api;
import dev.firstfill.bench.platform.Platform;
import dev.firstfill.bench.platform.Waves;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** One more migration for every pharmacy, beside a plain loop over the schemas in psql. */
final class MigrationWave implements Benchmark {
    private static final int USUAL = 1_000;
    private static final int WHEN_QUICK = 20;
    private static final int READERS = 4;

    @Override
    public String name() {
        return "migration-wave";
    }

    @Override
    public String asks() {
        return "pharmacies/s of a migration over 1,000 schemas beside a bare loop; killed, resumed, while served (P7)";
    }

    @Override
    public List<String> tools() {
        return List.of("psql");
    }

    @Override
    public void run(Platform platform, Report report) throws Exception {
        var setting = platform.setting();
        try (var api = platform.api()) {
            var subjects = PatientSubjects.in(platform, api, setting.size(USUAL, WHEN_QUICK));
            var waves = new Waves(platform);
            setting.say("A wave over %,d pharmacies that is killed and resumed", waves.pharmacies());
            var resumed = waves.killedAndResumed();
            report.count(
                    "pharmacies left behind by a killed wave",
                    resumed.leftBehind(),
                    "",
                    Promise.atMost("P7", 0),
                    "killed after %,d of %,d, then run again".formatted(resumed.before(), waves.pharmacies()));
            setting.say("A wave while they are read");
            var reads = whileServing(api, subjects, waves);
            report.fact(
                    "longest migration of one pharmacy",
                    waves.longestTransactionMs(),
                    " ms",
                    Promise.atMost("P7", 100),
                    "tries and waiting included; a lock is held for less");
            report.count(
                    "requests failed meanwhile",
                    reads.failed().get(),
                    "",
                    Promise.atMost("P7", 0),
                    "%,d reads".formatted(reads.asked().get()));
            report.compare(
                    "migrated, %,d pharmacies".formatted(waves.pharmacies()),
                    "/s",
                    Side.of("bin/tenant migrate", seconds -> waves.migrate()),
                    Side.of("psql, one by one", seconds -> waves.loop()),
                    Promise.atLeast("P7", 0.6));
        }
    }

    private record Reads(AtomicLong asked, AtomicLong failed) {}

    private static Reads whileServing(Api api, PatientSubjects subjects, Waves waves) throws Exception {
        var reads = new Reads(new AtomicLong(), new AtomicLong());
        try (var alone = Executors.newSingleThreadExecutor()) {
            var wave = alone.submit(waves::migrate);
            Loop.inParallel(READERS, client -> {
                while (!wave.isDone()) {
                    var place = reads.asked().getAndIncrement() % subjects.all().size();
                    var subject = subjects.all().get((int) place);
                    if (!isRead(api, subject)) {
                        reads.failed().incrementAndGet();
                    }
                }
            });
            wave.get();
        }
        return reads;
    }

    private static boolean isRead(Api api, PatientSubjects.Subject subject) throws InterruptedException {
        try {
            api.get("/v1/patients/" + subject.patient(), subject.pharmacy().token());
            return true;
        } catch (IOException | IllegalStateException failed) {
            return false;
        }
    }
}
