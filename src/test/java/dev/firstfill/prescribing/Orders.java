package dev.firstfill.prescribing;

import dev.firstfill.customfields.CustomFieldSight;
import dev.firstfill.drugs.ControlledSchedule;
import dev.firstfill.drugs.Drug;
import dev.firstfill.drugs.DrugDetails;
import dev.firstfill.drugs.DrugFile;
import dev.firstfill.identifiers.Npi;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Json;
import dev.firstfill.kernel.OnePharmacy;
import dev.firstfill.patients.Patient;
import dev.firstfill.patients.PatientDetails;
import dev.firstfill.patients.PatientRegistry;
import dev.firstfill.prescribers.Prescriber;
import dev.firstfill.prescribers.PrescriberDetails;
import dev.firstfill.prescribers.PrescriberDirectory;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** The people, the drugs and the orders of these tests. Whatever a test does not care about is the same for all. */
final class Orders {
    static final Colleague PRIYA = new Colleague("priya-id", "priya");
    static final Colleague JONAS = new Colleague("jonas-id", "jonas");

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
        return await(new DrugFile(pharmacy, clock)
                .enter(read(
                        """
                {"ndc": "%04d-%04d-%02d", "name": "Adalimumab Pen", "strength": "40 mg/0.4 mL", "dosageForm": "pen",
                 "manufacturer": "Helix Therapeutics", "packageSize": {"quantity": 2, "unit": "pen"},
                 "storage": "refrigerated", "requiresRems": false, "limitedDistribution": true, "schedule": "%s"}
                """.formatted(
                                        random.nextInt(10_000),
                                        random.nextInt(10_000),
                                        random.nextInt(100),
                                        schedule == ControlledSchedule.NONE ? "none" : schedule.name()),
                        DrugDetails.class)));
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
