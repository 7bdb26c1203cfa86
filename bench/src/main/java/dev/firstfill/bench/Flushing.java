package dev.firstfill.bench;

import dev.firstfill.bench.measure.Promise;
import dev.firstfill.bench.measure.Report;
import dev.firstfill.bench.platform.Flushes;
import dev.firstfill.bench.platform.Patients;
import dev.firstfill.bench.platform.Pharmacy;
import dev.firstfill.bench.platform.Platform;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** How often one read and one write send something to PostgreSQL. A count: noise does not change it. */
final class Flushing implements Benchmark {
    private static final int TIMES = 200;
    private static final int WARM_UP = 30;

    @Override
    public String name() {
        return "flushes";
    }

    @Override
    public String asks() {
        return "network writes to PostgreSQL for one patient read and one created, seen by strace (P2)";
    }

    @Override
    public List<String> tools() {
        return List.of("strace");
    }

    @Override
    public void run(Platform platform, Report report) throws Exception {
        // The relay's own rounds are another program's, as in production.
        try (var api = platform.api(Map.of("FIRSTFILL_BACKGROUND", "false"))) {
            var pharmacy = Pharmacy.open(platform, api);
            var patient = pharmacy.register(api);
            var flushes = new Flushes(platform, api);
            tell(report, "read", 1, flushes, () -> api.get("/v1/patients/" + patient, pharmacy.token()));
            tell(
                    report,
                    "write",
                    2,
                    flushes,
                    () -> api.exchange(
                            "POST",
                            "/v1/patients",
                            pharmacy.token(),
                            Patients.MARISOL,
                            Map.of("Idempotency-Key", UUID.randomUUID().toString())));
        }
    }

    private static void tell(Report report, String what, int promised, Flushes flushes, Flushes.Work work)
            throws Exception {
        for (int time = 0; time < WARM_UP; time++) {
            work.once();
        }
        // Tenths, because the program has work of its own now and then.
        var each = flushes.each(TIMES, work);
        var together = each.values().stream().mapToDouble(Double::doubleValue).sum();
        var pools = each.entrySet().stream()
                .map(pool -> "%s %.1f".formatted(pool.getKey(), pool.getValue()))
                .collect(Collectors.joining(", "));
        report.count(
                "flushes of a " + what,
                Math.round(together * 10) / 10.0,
                "",
                Promise.atMost("P2", promised),
                pools + "; " + TIMES + " times, one by one: nobody shares a record's batch");
    }
}
