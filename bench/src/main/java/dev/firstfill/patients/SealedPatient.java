package dev.firstfill.patients;

import dev.firstfill.kernel.Json;
import dev.firstfill.kernel.Seals;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A patient as the table keeps one, sealed and filed as the product does it, for benchmarks that fill tables by
 * {@code COPY}. It stands in the product's package because only there is known how.
 *
 * @param key wrapped by the pharmacy's
 * @param record sealed with it
 * @param tokens under which searches find the patient
 */
public record SealedPatient(UUID id, byte[] key, byte[] record, Long[] tokens) {

    /** @param json as it is sent to {@code POST /v1/patients} */
    public static SealedPatient of(Seals seals, UUID id, String json) {
        var details = Json.read(json.getBytes(StandardCharsets.UTF_8), PatientDetails.class);
        var key = seals.newKeyOf(id);
        var record = Patients.sealed(new PatientId(id), details, seals.of(id, key));
        return new SealedPatient(id, key, record, new SearchTokens(seals).filedUnder(details));
    }
}
