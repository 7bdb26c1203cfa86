package dev.firstfill.assessments;

import static dev.firstfill.assessments.Clinic.HCV;
import static dev.firstfill.assessments.Clinic.NURSE;
import static dev.firstfill.assessments.Clinic.PHARMACIST;
import static dev.firstfill.assessments.Clinic.PRIYA;
import static dev.firstfill.assessments.Clinic.TOM;
import static dev.firstfill.assessments.Clinic.await;
import static dev.firstfill.assessments.Clinic.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.StaleVersion;
import dev.firstfill.patients.Patient;
import dev.firstfill.patients.PatientRefusals;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TakeAssessmentsTest {
    private static Clinic clinic;

    private Patient vega;

    @BeforeAll
    static void open() {
        clinic = new Clinic();
    }

    @AfterAll
    static void close() {
        clinic.close();
    }

    @BeforeEach
    void aPatient() {
        vega = clinic.patient();
    }

    @Test
    void a_technician_collects_answers_and_a_pharmacist_signs_them() {
        var begun = clinic.begun(vega, "hcv", Map.of("cirrhosis", "none", "genotype", "genotype-3"));
        assertThat(begun.state()).isEqualTo(AssessmentState.DRAFT);
        assertThat(begun.begunBy()).isEqualTo(TOM);
        assertThat(begun.occasion()).isEqualTo(new Occasion(ClinicClock.TODAY, null, null));
        assertThat(begun.scores()).isEqualTo(Scores.NONE);

        var answered = answer(begun, HCV);
        assertThat(answered.answers().plain())
                .isEqualTo(Map.of(
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
                        new java.math.BigDecimal(2),
                        "missed-doses",
                        new java.math.BigDecimal(0),
                        "main-barrier",
                        "none"));

        var signed = await(clinic.assessments.sign(id(answered), answered.version(), PHARMACIST));
        assertThat(signed.state()).isEqualTo(AssessmentState.SIGNED);
        assertThat(signed.signature().by()).isEqualTo(PRIYA);
        assertThat(signed.signature().as()).isEqualTo(Signatory.PHARMACIST);
        assertThat(signed.scores()).isEqualTo(new Scores(0, "usual", 100, "good"));
        assertThat(signed.currentUntil()).isEqualTo(ClinicClock.TODAY.plusDays(30));
        assertThat(clinic.pharmacy.told().events)
                .containsExactly(new Event("assessment.signed", "assessment", signed.id(), signed.version()));
        assertThat(await(clinic.assessments.read(id(signed)))).isEqualTo(signed);
        assertThat(clinic.pharmacy.told().seen).containsExactly(vega.id().value());
    }

    @Test
    void nobody_signs_as_what_the_template_does_not_take() {
        var begun = clinic.begun(vega, "hcv", HCV);

        for (var signer : Set.of(NURSE, new Signer(TOM, Set.of()))) {
            assertThatThrownBy(() -> await(clinic.assessments.sign(id(begun), 1, signer)))
                    .isInstanceOf(AssessmentRefusals.SignatoryNotTaken.class);
        }

        assertThat(await(clinic.assessments.read(id(begun)))).isEqualTo(begun);
    }

    @Test
    void what_is_asked_and_required_must_be_answered_before_it_is_signed() {
        var begun = clinic.begun(vega, "hcv", Map.of("cirrhosis", "none", "missed-doses", 1));

        var refused = catchThrowableOfType(
                AssessmentFaults.class, () -> await(clinic.assessments.sign(id(begun), 1, PHARMACIST)));

        assertThat(refused.faults())
                .extracting(Fault::pointer)
                .containsExactly(
                        "/answers/treated-before",
                        "/answers/hbv-tested",
                        "/answers/acid-reducer",
                        "/answers/amiodarone",
                        "/answers/week-of-therapy",
                        "/answers/main-barrier");
        assertThat(await(clinic.assessments.read(id(begun)))).isEqualTo(begun);
    }

    @Test
    void nobody_signs_what_somebody_else_wrote_in_the_meantime() {
        var begun = clinic.begun(vega, "hcv", HCV);
        var changed = answer(begun, with(HCV, "amiodarone", true));

        assertThatThrownBy(() -> await(clinic.assessments.sign(id(begun), begun.version(), PHARMACIST)))
                .isInstanceOf(StaleVersion.class);

        assertThat(await(clinic.assessments.read(id(begun)))).isEqualTo(changed);
    }

    @Test
    void what_is_signed_takes_no_answers_and_no_second_signature() {
        var signed = clinic.signed(vega, "hcv", HCV);

        assertThatThrownBy(() -> answer(signed, with(HCV, "amiodarone", true)))
                .isInstanceOf(AssessmentRefusals.AlreadySigned.class);
        assertThatThrownBy(() -> await(clinic.assessments.sign(id(signed), signed.version(), PHARMACIST)))
                .isInstanceOf(AssessmentRefusals.AlreadySigned.class);

        assertThat(await(clinic.assessments.read(id(signed)))).isEqualTo(signed);
    }

    @Test
    void an_amendment_is_another_assessment_that_counts_in_place_of_the_first() {
        var first = clinic.signed(vega, "hcv", HCV);

        var second = amend(first, with(HCV, "amiodarone", true), "Misheard");

        assertThat(second.state()).isEqualTo(AssessmentState.SIGNED);
        assertThat(second.amends()).isEqualTo(first.id());
        assertThat(second.amendmentReason()).isEqualTo("Misheard");
        assertThat(second.scores().band()).isEqualTo("raised");
        var amended = await(clinic.assessments.read(id(first)));
        assertThat(amended.state()).isEqualTo(AssessmentState.AMENDED);
        assertThat(amended.amendedBy()).isEqualTo(second.id());
        assertThat(amended.answers()).isEqualTo(first.answers());
        assertThatThrownBy(() -> amend(first, HCV, "Again")).isInstanceOf(AssessmentRefusals.AlreadyAmended.class);
        var third = amend(second, HCV, "No, it was right");
        assertThat(third.amends()).isEqualTo(second.id());
        assertThat(listed()).containsExactly(first.id(), second.id(), third.id());
    }

    @Test
    void a_draft_is_not_amended_and_an_incomplete_amendment_leaves_all_as_it_was() {
        var begun = clinic.begun(vega, "hcv", HCV);
        var signed = clinic.signed(vega, "hcv", HCV);

        assertThatThrownBy(() -> amend(begun, HCV, "Why not")).isInstanceOf(AssessmentRefusals.NotSigned.class);
        assertThatThrownBy(() -> amend(signed, Map.of(), "Empty")).isInstanceOf(AssessmentFaults.class);

        assertThat(listed()).containsExactly(begun.id(), signed.id());
        assertThat(await(clinic.assessments.read(id(signed)))).isEqualTo(signed);
    }

    @Test
    void patient_and_template_of_a_draft_stay_as_they_are() {
        var begun = clinic.begun(vega, "hcv", HCV);
        var other = clinic.patient();

        for (var draft : new AssessmentDraft[] {
            new AssessmentDraft(other.number().toString(), "hcv", null, null, null, HCV),
            new AssessmentDraft(vega.number().toString(), "adherence", null, null, null, Map.of())
        }) {
            assertThatThrownBy(() -> await(clinic.assessments.answer(id(begun), 1, present -> draft)))
                    .isInstanceOf(AssessmentRefusals.PatientOrTemplateChanged.class);
        }

        assertThat(await(clinic.assessments.read(id(begun)))).isEqualTo(begun);
    }

    @Test
    void nobody_was_asked_tomorrow() {
        var tomorrow = ClinicClock.TODAY.plusDays(1);
        var draft = new AssessmentDraft(vega.number().toString(), "hcv", tomorrow, null, null, HCV);

        assertThatThrownBy(() -> await(clinic.assessments.begin(draft, TOM)))
                .isInstanceOf(AssessmentRefusals.AssessedInFuture.class);

        assertThat(listed()).isEmpty();
    }

    @Test
    void a_draft_keeps_the_version_it_was_begun_with() {
        var own = await(clinic.templates.publish("visit", visit("Visit"), PRIYA));
        var begun = clinic.begun(vega, "visit", Map.of("well", true));

        var next = await(clinic.templates.supersede(TemplateReference.of("visit"), visit("Visit, reworded"), PRIYA));
        await(clinic.templates.retire(new TemplateReference.ById(own.id())));

        assertThat(begun.templateNumber()).isEqualTo(1001);
        var answered = answer(begun, Map.of("well", false));
        var signed = await(clinic.assessments.sign(id(answered), answered.version(), NURSE));
        assertThat(signed.templateNumber()).isEqualTo(1001);
        assertThat(clinic.begun(vega, "visit", Map.of()).templateNumber()).isEqualTo(next.number());
        assertThatThrownBy(() -> clinic.begun(vega, "visit.1001", Map.of()))
                .isInstanceOf(AssessmentRefusals.TemplateRetired.class);
    }

    @Test
    void of_an_erased_patient_nothing_can_be_read_or_written() {
        var signed = clinic.signed(vega, "hcv", HCV);
        var begun = clinic.begun(vega, "hcv", HCV);
        clinic.erase(vega);

        assertThatThrownBy(() -> await(clinic.assessments.read(id(signed))))
                .isInstanceOf(PatientRefusals.PatientErased.class);
        assertThatThrownBy(() -> await(clinic.assessments.sign(id(begun), 1, PHARMACIST)))
                .isInstanceOf(PatientRefusals.PatientErased.class);
        assertThatThrownBy(() -> amend(signed, HCV, "Late")).isInstanceOf(PatientRefusals.PatientErased.class);
        assertThatThrownBy(() -> clinic.begun(vega, "hcv", HCV)).isInstanceOf(PatientRefusals.PatientErased.class);
        assertThat(clinic.pharmacy.told().seen).isEmpty();
    }

    @Test
    void words_are_sealed_and_come_back() {
        var begun = clinic.begun(
                vega, "hcv", with(with(HCV, "main-barrier", "other"), "barrier-in-words", "  The dog ate them. "));

        assertThat(begun.answers().plain()).containsEntry("barrier-in-words", "The dog ate them.");
    }

    @Test
    void what_is_not_there_is_not_found() {
        var nobody = new AssessmentId(UUID.randomUUID());

        assertThatThrownBy(() -> await(clinic.assessments.read(nobody)))
                .isInstanceOf(AssessmentRefusals.AssessmentNotFound.class);
        assertThatThrownBy(() -> clinic.begun(vega, "nothing", Map.of()))
                .isInstanceOf(AssessmentRefusals.TemplateNotFound.class);
    }

    private static TemplateContent visit(String title) {
        return Clinic.content("""
                {"title": "%s", "condition": "general", "daysCurrent": 10, "signatories": ["nurse"],
                 "questions": [{"code": "well", "text": "Are you well?", "type": "boolean", "required": true}]}
                """.formatted(title));
    }

    private Assessment answer(Assessment present, Map<String, Object> answers) {
        var draft = new AssessmentDraft(
                vega.number().toString(), present.template(), LocalDate.parse("2026-03-02"), null, null, answers);
        return await(clinic.assessments.answer(id(present), present.version(), before -> draft));
    }

    private Assessment amend(Assessment amended, Map<String, Object> answers, String reason) {
        return await(clinic.assessments.amend(id(amended), new Amendment(reason, null, answers), PHARMACIST));
    }

    private java.util.List<UUID> listed() {
        return await(clinic.assessments.list(new AssessmentFilter(null, vega.id()), new PageRequest(null, 50, false)))
                .items()
                .stream()
                .map(Assessment::id)
                .toList();
    }

    private static AssessmentId id(Assessment assessment) {
        return new AssessmentId(assessment.id());
    }
}
