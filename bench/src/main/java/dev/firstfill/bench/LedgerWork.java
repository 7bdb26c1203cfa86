package dev.firstfill.bench;

import dev.firstfill.bench.load.OpenSsl;
import dev.firstfill.bench.measure.Promise;
import dev.firstfill.bench.measure.Report;
import dev.firstfill.bench.measure.Setting;
import dev.firstfill.bench.measure.Side;
import dev.firstfill.bench.platform.LedgerCheck;
import dev.firstfill.bench.platform.LedgerRows;
import dev.firstfill.bench.platform.Pharmacy;
import dev.firstfill.bench.platform.Platform;
import java.util.List;

/** Records appended to a ledger beside {@code COPY} of the same rows; a ledger verified beside bare SHA-256. */
final class LedgerWork implements Benchmark {
    private static final int USUAL = 200_000;
    private static final int WHEN_QUICK = 2_000;

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public String asks() {
        return "records/s appended beside binary COPY (P10), MB/s verified beside openssl speed sha256 (P11)";
    }

    @Override
    public List<String> tools() {
        return List.of("openssl");
    }

    @Override
    public void run(Platform platform, Report report) throws Exception {
        var setting = platform.setting();
        Pharmacy pharmacy;
        try (var api = platform.api()) {
            pharmacy = Pharmacy.open(platform, api);
            api.get("/v1/patients/" + pharmacy.register(api), pharmacy.token());
        }
        try (var rows = new LedgerRows(platform, pharmacy)) {
            appending(report, setting, rows);
        }
        var check = new LedgerCheck(platform, pharmacy);
        var ours = Side.of("bin/audit verify", seconds -> check.verify());
        var limit = Side.of("openssl sha256", seconds -> OpenSsl.speed("sha256", check.bytesEach(), seconds));
        report.compare(
                "verified, %,d records of %d bytes".formatted(check.records(), check.bytesEach()),
                " MB/s",
                ours,
                limit,
                Promise.atLeast("P11", 0.5));
        var fetched = Side.of("COPY, to nobody", seconds -> check.fetch());
        report.compare("verified beside fetched", " MB/s", ours, fetched, Promise.none());
    }

    private static void appending(Report report, Setting setting, LedgerRows rows) throws Exception {
        int wanted = setting.size(USUAL, WHEN_QUICK);
        setting.say("Appending %,d records first", wanted);
        long there = 0;
        while (there < wanted) {
            there += rows.append();
        }
        long copied = rows.takeCopy();
        var ours = Side.of("appended, 256 at once", seconds -> append(rows, seconds));
        var limit = Side.of("COPY, all at once", seconds -> {
            double took = rows.copy();
            return Side.Work.perSecond(copied / took, took);
        });
        report.compare("records into a ledger", "/s", ours, limit, Promise.atLeast("P10", 0.5));
    }

    private static Side.Work append(LedgerRows rows, int seconds) throws Exception {
        long began = System.nanoTime();
        long done = 0;
        while (System.nanoTime() - began < seconds * 1_000_000_000L) {
            done += rows.append();
        }
        double took = (System.nanoTime() - began) / 1e9;
        return Side.Work.perSecond(done / took, took);
    }
}
