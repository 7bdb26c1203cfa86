package dev.firstfill.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firstfill.dispensing.PastDispense;
import dev.firstfill.drugs.DrugDetails;
import dev.firstfill.kernel.Json;
import dev.firstfill.patients.PatientDetails;
import dev.firstfill.prescribers.PrescriberDetails;
import dev.firstfill.prescribing.PastState;
import dev.firstfill.prescribing.PrescriptionDetails;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The file of an older system: whatever a test does not care about is the same in all lines. */
final class SourceFile {
    private final List<ImportLine> lines = new ArrayList<>();

    /** Marisol Vega, Dr. Anand, adalimumab, and two pens every 28 days since 5 January 2026. */
    static SourceFile ofVega(PastState left) {
        return new SourceFile()
                .vega("mrn-1")
                .drAnand("dr-1", "1234567893")
                .adalimumab("drug-1")
                .prescription("rx-1", left);
    }

    List<ImportLine> lines() {
        return List.copyOf(lines);
    }

    SourceFile vega(String key, String... members) {
        return add(key, new ImportRecord.OfPatient(read(PatientDetails.class, """
                {"name": {"given": "Marisol", "family": "Vega"}, "birthDate": "1961-04-12", "sex": "female"}
                """, members)));
    }

    SourceFile drAnand(String key, String npi) {
        return add(key, new ImportRecord.OfPrescriber(read(PrescriberDetails.class, """
                {"npi": "%s", "name": {"given": "Priya", "family": "Anand"}}
                """.formatted(npi))));
    }

    SourceFile adalimumab(String key) {
        return add(key, new ImportRecord.OfDrug(read(DrugDetails.class, """
                {"ndc": "00074-0554-02", "name": "Adalimumab Pen", "strength": "40 mg/0.4 mL", "dosageForm": "pen",
                 "manufacturer": "Helix Therapeutics", "packageSize": {"quantity": 2, "unit": "pen"},
                 "storage": "refrigerated", "requiresRems": false, "limitedDistribution": false, "schedule": "none"}
                """)));
    }

    SourceFile prescription(String key, PastState left, String... members) {
        return add(key, new ImportRecord.OfPrescription(read(PrescriptionDetails.class, """
                {"patient": "mrn-1", "prescriber": "dr-1", "drug": "drug-1", "sig": "Inject 40 mg every other week",
                 "quantity": 2, "daysSupply": 28, "refillsAuthorised": 1, "writtenOn": "2026-01-05",
                 "icd10Codes": ["M05.79"], "dispenseAsWritten": "no-selection", "origin": "electronic"}
                """, members), left));
    }

    SourceFile firstFill(String key, String... members) {
        return add(key, new ImportRecord.OfDispense(read(PastDispense.class, """
                {"prescription": "rx-1", "fillNumber": 0, "quantity": 2, "daysSupply": 28, "filledOn": "2026-01-06",
                 "shippedAt": "2026-01-06T20:00:00Z", "deliveredAt": "2026-01-07T16:00:00Z", "state": "delivered",
                 "lots": [{"lotNumber": "AB1234", "expiresOn": "2027-01-31", "quantity": 2}]}
                """, members)));
    }

    SourceFile refill(String key, String... members) {
        var all = new ArrayList<>(List.of(
                "\"fillNumber\": 1",
                "\"filledOn\": \"2026-02-02\"",
                "\"shippedAt\": \"2026-02-02T20:00:00Z\"",
                "\"deliveredAt\": \"2026-02-03T16:00:00Z\""));
        all.addAll(List.of(members));
        return firstFill(key, all.toArray(String[]::new));
    }

    private SourceFile add(String key, ImportRecord record) {
        lines.add(new ImportLine.Readable(lines.size() + 1L, key, record));
        return this;
    }

    SourceFile unreadable() {
        lines.add(new ImportLine.Unreadable(lines.size() + 1L, null, "malformed-json", "", "It cannot be read."));
        return this;
    }

    private static <T> T read(Class<T> type, String json, String... members) {
        try {
            var tree = (ObjectNode) Json.mapper().readTree(json);
            for (var member : members) {
                tree.setAll((ObjectNode) Json.mapper().readTree("{" + member + "}"));
            }
            return Json.read(tree.toString().getBytes(StandardCharsets.UTF_8), type);
        } catch (JsonProcessingException mistyped) {
            throw new UncheckedIOException(mistyped);
        }
    }
}
