package dev.firstfill.bench;

import dev.firstfill.bench.measure.Promise;
import dev.firstfill.bench.measure.Report;
import dev.firstfill.bench.platform.Api;
import dev.firstfill.bench.platform.HistorySource;
import dev.firstfill.bench.platform.Pharmacy;
import dev.firstfill.bench.platform.Platform;
import dev.firstfill.bench.platform.RowsOfDispenses;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** A file of another system, taken in, killed in the middle and resumed, each line counted; beside {@code COPY}. */
final class HistoryImport implements Benchmark {
    private static final int USUAL = 100_000;
    private static final int WHEN_QUICK = 2_000;
    private static final long ON_ITS_WAY_MS = 30;

    @Override
    public String name() {
        return "history-import";
    }

    @Override
    public String asks() {
        return "lines/s of 100,000 dispenses of another system, killed in the middle and resumed, beside COPY of the rows";
    }

    @Override
    public void run(Platform platform, Report report) throws Exception {
        var source = new HistorySource(platform.setting().size(USUAL, WHEN_QUICK));
        var running = Import.begin(platform, source);
        try {
            running.throughAKill();
            running.account();
        } finally {
            running.api.close();
        }
        running.seconds.forEach((kind, seconds) -> report.fact(
                "lines of kind " + kind,
                running.lines.get(kind) / seconds,
                "/s",
                Promise.none(),
                "%,d lines".formatted(running.lines.get(kind))));
        var rows = new RowsOfDispenses(platform, running.pharmacy.schema());
        double imported = 3.0 * source.dispenses() / running.seconds.getOrDefault("dispense", Double.NaN);
        double copied = 3.0 * source.dispenses() / rows.copySeconds();
        report.fact("rows of dispenses, lots and events", imported, "/s", Promise.none(), "imported");
        report.fact("the same rows by COPY", copied, "/s", Promise.none(), "checks and indexes, no foreign keys");
        report.fact("imported beside COPY", imported / copied, "", Promise.none(), "in one run, not in turns");
    }

    /** One import, in the hands of a client that loses its server once. */
    private static final class Import {
        private final Platform platform;
        private final HistorySource source;
        private final Pharmacy pharmacy;
        private final String job;
        private final Map<String, Double> seconds = new TreeMap<>();
        private final Map<String, Long> lines = new TreeMap<>();
        private Api api;

        private Import(Platform platform, HistorySource source, Api api, Pharmacy pharmacy, String job) {
            this.platform = platform;
            this.source = source;
            this.api = api;
            this.pharmacy = pharmacy;
            this.job = job;
        }

        static Import begin(Platform platform, HistorySource source) throws Exception {
            var api = platform.api();
            var pharmacy = Pharmacy.open(platform, api);
            var begun = api.post("/v1/imports", pharmacy.token(), "{\"source\": \"legacy-rx\"}");
            return new Import(platform, source, api, pharmacy, new JsonObject(begun).getString("id"));
        }

        void throughAKill() throws Exception {
            var setting = platform.setting();
            setting.say("Taking in %,d lines, %,d of them dispenses", source.lines(), source.dispenses());
            long sent = send(1, source.lines() - source.dispenses() / 2);
            killWhileSending(sent + 1);
            api = platform.api();
            long last = new JsonObject(api.get("/v1/imports/" + job, pharmacy.token())).getLong("lastLine");
            long again = Math.max(1, last - 2 * HistorySource.LINES_MAX);
            setting.say("Killed while line %,d was on its way; %,d is kept; on from %,d", sent + 1, last, again);
            send(again, source.lines());
        }

        /** @return the last line that was answered, at or after {@code until} */
        private long send(long from, long until) throws IOException, InterruptedException {
            long next = from;
            while (next <= until) {
                var batch = source.batch(next);
                long began = System.nanoTime();
                var answer = api.exchange(
                        "POST",
                        "/v1/imports/" + job + "/lines",
                        pharmacy.token(),
                        batch.text(),
                        Map.of("Content-Type", "application/x-ndjson"));
                seconds.merge(source.kind(next), (System.nanoTime() - began) / 1e9, Double::sum);
                lines.merge(source.kind(next), (long) batch.count(), Long::sum);
                if (answer.body().lines().count() != batch.count()
                        || answer.body().contains("\"refused\"")) {
                    throw new IllegalStateException("Not every line was taken: " + answer.body());
                }
                next += batch.count();
            }
            return next - 1;
        }

        private void killWhileSending(long next) throws Exception {
            var onItsWay = CompletableFuture.runAsync(() -> {
                try {
                    send(next, next);
                } catch (IOException | InterruptedException | IllegalStateException killed) {
                    // That is what it is about.
                }
            });
            Thread.sleep(ON_ITS_WAY_MS);
            api.kill();
            onItsWay.join();
        }

        /** Each line once: in the API's account, and in the tables. */
        void account() throws Exception {
            api.post("/v1/imports/" + job + "/completion", pharmacy.token(), "");
            var progress = new JsonObject(api.get("/v1/imports/" + job, pharmacy.token()));
            long created = progress.getJsonArray("counts").stream()
                    .map(JsonObject.class::cast)
                    .filter(count -> count.getString("result").equals("created"))
                    .mapToLong(count -> count.getLong("lines"))
                    .sum();
            mustBe("lines accounted for as created", created, source.lines());
            mustBe("lines", count("select count(*) from %s.import_line"), source.lines());
            mustBe("patients", count("select count(*) from %s.patient"), source.patients());
            mustBe("prescriptions", count("select count(*) from %s.prescription"), source.prescriptions());
            for (var table : RowsOfDispenses.TABLES) {
                mustBe(table, count("select count(*) from %s." + table), source.dispenses());
            }
            mustBe("fills taken", count("select sum(fills_taken) from %s.prescription"), source.dispenses());
            mustBe(
                    "fills, each once",
                    count("select count(distinct (prescription_id, fill_number)) from %s.dispense"),
                    source.dispenses());
        }

        private long count(String query) throws Exception {
            return platform.number(query.formatted(pharmacy.schema()));
        }

        private void mustBe(String what, long found, long expected) {
            if (found != expected) {
                throw new IllegalStateException("%s: %d, and it should be %d".formatted(what, found, expected));
            }
            platform.setting().say("  %-34s %,10d", what, found);
        }
    }
}
