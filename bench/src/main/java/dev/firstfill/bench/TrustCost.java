package dev.firstfill.bench;

import dev.firstfill.bench.load.Request;
import dev.firstfill.bench.load.Wrk;
import dev.firstfill.bench.measure.Promise;
import dev.firstfill.bench.measure.Report;
import dev.firstfill.bench.measure.Setting;
import dev.firstfill.bench.platform.Api;
import dev.firstfill.bench.platform.Cutting;
import dev.firstfill.bench.platform.Patients;
import dev.firstfill.bench.platform.Pharmacy;
import dev.firstfill.bench.platform.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One patient read and one created: as shipped beside the same program without audit, and without sealing. */
final class TrustCost implements Benchmark {

    private static final Promise AUDIT = Promise.atLeast("P9", 0.90);
    private static final Promise SEALING = Promise.atLeast("P12", 0.95);

    @Override
    public String name() {
        return "trust-cost";
    }

    @Override
    public String asks() {
        return "a patient read and one created, as shipped beside the same without audit (P9) and without sealing (P12)";
    }

    /** A program of its own with a pharmacy of its own: what was not sealed cannot be opened. */
    private record Subject(Api api, Wrk reading, Wrk creating) implements AutoCloseable {

        static Subject start(Platform platform, String name, Path program) throws Exception {
            var api = platform.api(name, program, List.of());
            var pharmacy = Pharmacy.open(platform, api);
            var patient = pharmacy.register(api);
            var read = Request.get("/v1/patients/" + patient, pharmacy.token());
            var create = Request.post("/v1/patients", pharmacy.token(), Patients.MARISOL);
            return new Subject(
                    api,
                    Wrk.sending(name, platform.folder(), api.url(), List.of(read)),
                    Wrk.sending(name, platform.folder(), api.url(), List.of(create)));
        }

        @Override
        public void close() {
            api.close();
        }
    }

    @Override
    public List<String> tools() {
        return List.of("wrk");
    }

    @Override
    public void run(Platform platform, Report report) throws Exception {
        var setting = platform.setting();
        try (var shipped = Subject.start(platform, "as shipped", Api.shipped(platform));
                var unrecorded = Subject.start(platform, "without audit", withoutAudit(platform));
                var unsealed = Subject.start(platform, "without sealing", withoutSealing(platform))) {
            var read = new Pairs(setting, report, "patient read", Subject::reading, shipped);
            read.compare(unrecorded, AUDIT);
            read.compare(unsealed, SEALING);
            // Behind the reads: what is written leaves PostgreSQL and the relay work for a while.
            var created = new Pairs(setting, report, "patient created", Subject::creating, shipped);
            created.compare(unrecorded, AUDIT);
            created.compare(unsealed, SEALING);
        }
    }

    /** What the same work costs as shipped, beside a program without a part of it. */
    private record Pairs(Setting setting, Report report, String what, Function<Subject, Wrk> work, Subject shipped) {
        void compare(Subject bare, Promise promise) throws Exception {
            work.apply(shipped).warmUp(setting);
            work.apply(bare).warmUp(setting);
            report.compare(
                    what + ", with and " + work.apply(bare).name(),
                    "/s",
                    work.apply(shipped),
                    work.apply(bare),
                    promise);
        }
    }

    private static Path withoutAudit(Platform platform) throws IOException {
        return new Cutting(platform, "audit")
                .in("door/TenantTransactions.java", Map.of("if (entry.isRecorded()) {", "if (false) {"))
                .in("door/Closing.java", Map.of(".filter(Entry::isRecorded)", ".filter(entry -> false)"))
                .program();
    }

    /** What was left out is named once more behind a condition that is never true, so that javac misses nothing. */
    private static Path withoutSealing(Platform platform) throws IOException {
        return new Cutting(platform, "sealing")
                .in(
                        "sealing/TenantSeals.java",
                        Map.of(
                                "return keyset.seal(place, plain);",
                                "if (plain == null) keyset.seal(place, plain); return plain;",
                                "return keyset.open(place, sealed);",
                                "if (sealed == null) keyset.open(place, sealed); return sealed;",
                                "return key.seal(place, plain);",
                                "if (plain == null) key.seal(place, plain); return plain;",
                                "return key.open(place, sealed);",
                                "if (sealed == null) key.open(place, sealed); return sealed;",
                                "return keyset.token(kind, value);",
                                "if (value == null) keyset.token(kind, value); return (kind + value).hashCode();",
                                "PersonKey.of(keyset, open(PersonKey.place(person), wrappedKey))",
                                "(PersonKey) null"))
                .program();
    }
}
