package dev.firstfill.assessments;

import dev.firstfill.customfields.CustomFieldSight;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Json;
import dev.firstfill.kernel.OnePharmacy;
import dev.firstfill.patients.ErasureReason;
import dev.firstfill.patients.Patient;
import dev.firstfill.patients.PatientDetails;
import dev.firstfill.patients.PatientRegistry;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** A pharmacy in which patients are assessed, and who works there. */
final class Clinic implements AutoCloseable {
    static final Colleague TOM = new Colleague("tom-id", "tom, technician");
    static final Colleague PRIYA = new Colleague("priya-id", "priya, pharmacist");
    static final Signer PHARMACIST = new Signer(PRIYA, Set.of(Signatory.PHARMACIST));
    static final Signer NURSE = new Signer(new Colleague("nora-id", "nora, nurse"), Set.of(Signatory.NURSE));

    /** All that has to be answered in {@code hcv}, and nothing that raises a concern. */
    static final Map<String, Object> HCV = Map.of(
            "cirrhosis",
            "none",
            "treated-before",
            false,
            "hbv-tested",
            true,
            "acid-reducer",
            false,
            "amiodarone",
            false,
            "week-of-therapy",
            2,
            "missed-doses",
            0,
            "main-barrier",
            "none");

    final OnePharmacy pharmacy = OnePharmacy.open();
    final ClinicClock clock = new ClinicClock();
    final AssessmentDesk assessments = new AssessmentDesk(pharmacy, clock);
    final TemplateDesk templates = new TemplateDesk(pharmacy, clock);
    final ConcernDesk concerns = new ConcernDesk(pharmacy, clock);
    final AnswerReportDesk reports = new AnswerReportDesk(pharmacy);
    private final PatientRegistry registry = new PatientRegistry(pharmacy, clock);

    Patient patient() {
        var details = """
                {"name": {"given": "Marisol", "family": "Vega"}, "birthDate": "1961-04-12", "sex": "female"}
                """.getBytes(StandardCharsets.UTF_8);
        return await(registry.register(Json.read(details, PatientDetails.class), CustomFieldSight.ALL));
    }

    void erase(Patient patient) {
        await(registry.erase(patient.id(), 1, ErasureReason.PATIENT_REQUEST));
    }

    Assessment begun(Patient patient, String template, Map<String, Object> answers) {
        return await(assessments.begin(
                new AssessmentDraft(patient.number().toString(), template, null, null, null, answers), TOM));
    }

    Assessment signed(Patient patient, String template, Map<String, Object> answers) {
        var begun = begun(patient, template, answers);
        return await(assessments.sign(new AssessmentId(begun.id()), begun.version(), PHARMACIST));
    }

    static Map<String, Object> with(Map<String, Object> answers, String question, Object answer) {
        var changed = new java.util.HashMap<>(answers);
        changed.put(question, answer);
        return changed;
    }

    static TemplateContent content(String json) {
        return Json.read(json.getBytes(StandardCharsets.UTF_8), TemplateContent.class);
    }

    static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }

    @Override
    public void close() {
        pharmacy.close();
    }
}
