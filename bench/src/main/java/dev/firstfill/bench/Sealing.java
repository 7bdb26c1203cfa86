package dev.firstfill.bench;

import dev.firstfill.bench.load.OpenSsl;
import dev.firstfill.bench.measure.Promise;
import dev.firstfill.bench.measure.Report;
import dev.firstfill.bench.measure.Side;
import dev.firstfill.bench.platform.Keys;
import dev.firstfill.bench.platform.Pharmacy;
import dev.firstfill.bench.platform.Platform;
import dev.firstfill.kernel.Seals;
import java.util.List;
import java.util.UUID;

/** A record sealed and opened with a person's key, on one core, beside bare AES-GCM of as many bytes. */
final class Sealing implements Benchmark {
    private static final int RECORD_BYTES = 700;
    private static final int ROUND = 1_000;
    private static final double MEGA = 1e6;

    @Override
    public String name() {
        return "sealing";
    }

    @Override
    public String asks() {
        return "MB/s of records sealed and opened beside openssl speed aes-256-gcm";
    }

    @Override
    public List<String> tools() {
        return List.of("openssl");
    }

    @Override
    public void run(Platform platform, Report report) throws Exception {
        Pharmacy pharmacy;
        try (var api = platform.api()) {
            pharmacy = Pharmacy.open(platform, api);
        }
        try (var keys = new Keys(platform)) {
            var seals = keys.of(pharmacy.tenant());
            var person = UUID.randomUUID();
            var seal = seals.of(person, seals.newKeyOf(person));
            var place = new Seals.Place("patient", "record", person);
            var sealed = seal.seal(place, new byte[RECORD_BYTES]);
            compare(report, "sealed", () -> seal.seal(place, new byte[RECORD_BYTES]));
            compare(report, "opened", () -> seal.open(place, sealed));
        }
    }

    private static void compare(Report report, String what, Runnable work) throws Exception {
        var ours = Side.of("Tink, bound to its place", seconds -> repeated(work, seconds));
        var limit = Side.of("openssl", seconds -> OpenSsl.speed("aes-256-gcm", RECORD_BYTES, seconds));
        ours.work(2);
        report.compare("records of " + RECORD_BYTES + " bytes " + what, " MB/s", ours, limit, Promise.none());
    }

    private static Side.Work repeated(Runnable work, int seconds) {
        long began = System.nanoTime();
        long done = 0;
        while (System.nanoTime() - began < seconds * 1_000_000_000L) {
            for (int i = 0; i < ROUND; i++) {
                work.run();
            }
            done += ROUND;
        }
        double took = (System.nanoTime() - began) / 1e9;
        return new Side.Work(done * RECORD_BYTES / took / MEGA, done);
    }
}
