package dev.firstfill.prescribing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firstfill.customfields.CustomFieldSight;
import dev.firstfill.drugs.ControlledSchedule;
import dev.firstfill.drugs.Drug;
import dev.firstfill.drugs.DrugDetails;
import dev.firstfill.drugs.DrugFile;
import dev.firstfill.drugs.DrugId;
import dev.firstfill.identifiers.Npi;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Json;
import dev.firstfill.kernel.OnePharmacy;
import dev.firstfill.patients.Patient;
import dev.firstfill.patients.PatientDetails;
import dev.firstfill.patients.PatientId;
import dev.firstfill.patients.PatientRegistry;
import dev.firstfill.prescribers.Prescriber;
import dev.firstfill.prescribers.PrescriberDetails;
import dev.firstfill.prescribers.PrescriberDirectory;
import dev.firstfill.prescribers.PrescriberId;
import io.smallrye.mutiny.Uni;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** The people, the drugs and the orders of these tests. Whatever a test does not care about is the same for all. */
final class Orders {
    static final Colleague PRIYA = new Colleague("priya-id", "priya");
    static final Colleague JONAS = new Colleague("jonas-id", "jonas");
    static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    private Orders() {}

    static Patient vega(OnePharmacy pharmacy, Clock clock) {
        return await(
                new PatientRegistry(pharmacy, clock).register(read("""
                {"name": {"given": "Marisol", "family": "Vega"}, "birthDate": "1961-04-12", "sex": "female"}
                """, PatientDetails.class), CustomFieldSight.ALL));
    }

    static Prescriber drAnand(OnePharmacy pharmacy, Clock clock) {
        return await(
                new PrescriberDirectory(pharmacy, clock).enter(read("""
                {"npi": "%s", "name": {"given": "Priya", "family": "Anand"}}
                """.formatted(anyNpi()), PrescriberDetails.class)));
    }

    /** Two pens of 40 mg to a package. */
    static Drug adalimumab(OnePharmacy pharmacy, Clock clock) {
        return drug(pharmacy, clock, ControlledSchedule.NONE);
    }

    static Drug drug(OnePharmacy pharmacy, Clock clock, ControlledSchedule schedule) {
        var random = ThreadLocalRandom.current();
        var ndc = "%04d-%04d-%02d".formatted(random.nextInt(10_000), random.nextInt(10_000), random.nextInt(100));
        return await(new DrugFile(pharmacy, clock).enter(product(ndc, schedule, "2")));
    }

    /** 40 mg of adalimumab every other week: two pens are 28 days. */
    static final String EVERY_OTHER_WEEK = """
            {"dose": 40, "unit": "mg", "times": 1, "every": 2, "period": "week", "asNeeded": false,
             "contentPerUnit": 40}
            """;

    /** As Dr. Anand wrote it on 2 March 2026, with members that replace or extend it. */
    static PrescriptionDetails details(String patient, String prescriber, String drug, String... members) {
        var order = tree("""
                {"patient": "%s", "prescriber": "%s", "drug": "%s",
                 "sig": "Inject 40 mg under the skin every other week", "dosing": %s,
                 "quantity": 2, "refillsAuthorised": 2, "writtenOn": "2026-03-02", "icd10Codes": ["M05.79"],
                 "clinicalIndication": "Seropositive rheumatoid arthritis",
                 "dispenseAsWritten": "no-selection", "origin": "electronic"}
                """.formatted(patient, prescriber, drug, EVERY_OTHER_WEEK));
        for (var member : members) {
            order.setAll(tree("{" + member + "}"));
        }
        return read(order.toString(), PrescriptionDetails.class);
    }

    static PrescriptionDetails changed(PrescriptionDetails present, String... members) {
        var order = tree(new String(Json.bytes(present), StandardCharsets.UTF_8));
        for (var member : members) {
            order.setAll(tree("{" + member + "}"));
        }
        return read(order.toString(), PrescriptionDetails.class);
    }

    /** The same with nobody and nothing behind its references. */
    static PrescriptionDetails details(String... members) {
        return details("P1001", "1234567893", "00074055402", members);
    }

    static PrescriptionOrder order(ControlledSchedule schedule, LocalDate today, String... members) {
        return PrescriptionOrder.checked(
                details(members),
                new PatientId(Ids.next()),
                new PrescriberId(Ids.next()),
                new DrugId(Ids.next()),
                product(schedule, "2"),
                today);
    }

    static DrugDetails product(ControlledSchedule schedule, String packageSize) {
        return product("0074-0554-02", schedule, packageSize);
    }

    private static DrugDetails product(String ndc, ControlledSchedule schedule, String packageSize) {
        return read(
                """
                {"ndc": "%s", "name": "Adalimumab Pen", "strength": "40 mg/0.4 mL", "dosageForm": "pen",
                 "manufacturer": "Helix Therapeutics", "packageSize": {"quantity": %s, "unit": "pen"},
                 "storage": "refrigerated", "requiresRems": false, "limitedDistribution": true, "schedule": "%s"}
                """.formatted(ndc, packageSize, schedule == ControlledSchedule.NONE ? "none" : schedule.name()),
                DrugDetails.class);
    }

    /** One that nobody has kept. */
    static Prescription draft(String... members) {
        var order = order(ControlledSchedule.NONE, TODAY, members);
        return new Prescription(new PrescriptionId(Ids.next()), order, new byte[0], null, Instant.EPOCH);
    }

    private static ObjectNode tree(String json) {
        try {
            return (ObjectNode) Json.mapper().readTree(json);
        } catch (JsonProcessingException mistyped) {
            throw new UncheckedIOException(mistyped);
        }
    }

    static <T> T read(String json, Class<T> type) {
        return Json.read(json.getBytes(StandardCharsets.UTF_8), type);
    }

    static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(10));
    }

    /** One that no other test has, in all likelihood. */
    private static String anyNpi() {
        var digits = "1" + "%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
        return IntStream.range(0, 10)
                .mapToObj(check -> digits + check)
                .filter(Orders::isNpi)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isNpi(String digits) {
        try {
            Npi.parse(digits);
            return true;
        } catch (RuntimeException wrongCheckDigit) {
            return false;
        }
    }
}
