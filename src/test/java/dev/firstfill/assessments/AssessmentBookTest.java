package dev.firstfill.assessments;

import static dev.firstfill.assessments.Clinic.HCV;
import static dev.firstfill.assessments.Clinic.PHARMACIST;
import static dev.firstfill.assessments.Clinic.await;
import static dev.firstfill.assessments.ClinicClock.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.identifiers.Icd10Code;
import dev.firstfill.kernel.Act;
import dev.firstfill.patients.Patient;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AssessmentBookTest {
    private static final Icd10Code CHRONIC_HCV = Icd10Code.parse("B18.2");
    private static final Icd10Code RA = Icd10Code.parse("M05.79");
    private static final Map<String, Object> ADHERENT = Map.of(
            "missed-doses",
            0,
            "on-time",
            "always",
            "stopped-by-self",
            false,
            "runs-out",
            false,
            "understands",
            "well",
            "doses-left",
            9,
            "main-barrier",
            "none");

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
    void a_signed_one_is_current_to_its_last_day_and_opens_nothing() {
        var signed = clinic.signed(vega, "hcv", HCV);

        assertThat(asked(book -> book.current(vega.id(), TODAY)))
                .contains(new CurrentAssessment(
                        new AssessmentId(signed.id()), "hcv", 1, "hcv", true, TODAY, TODAY.plusDays(30), 100));
        assertThat(clinic.pharmacy.told().seen).isEmpty();
        assertThat(asked(book -> book.current(vega.id(), TODAY.plusDays(30)))).isPresent();
        assertThat(asked(book -> book.current(vega.id(), TODAY.plusDays(31)))).isEmpty();
        assertThat(asked(book -> book.current(vega.id(), TODAY.minusDays(1)))).isEmpty();
    }

    @Test
    void a_draft_is_not_current_and_another_patients_is_not_ours() {
        clinic.begun(vega, "hcv", HCV);
        clinic.signed(clinic.patient(), "hcv", HCV);

        assertThat(asked(book -> book.current(vega.id(), TODAY))).isEmpty();
    }

    @Test
    void the_one_that_amends_is_current_in_place_of_the_amended() {
        var first = clinic.signed(vega, "hcv", HCV);
        var second = await(clinic.assessments.amend(
                new AssessmentId(first.id()), new Amendment("Misheard", null, HCV), PHARMACIST));

        assertThat(id(asked(book -> book.current(vega.id(), TODAY)))).contains(second.id());
    }

    @Test
    void one_meant_for_the_diagnosis_goes_before_a_later_general_one_and_another_disease_does_not_count() {
        clinic.signed(vega, "adherence", ADHERENT);
        assertThat(asked(book -> book.current(vega.id(), RA, TODAY)))
                .map(CurrentAssessment::specific)
                .contains(false);

        var hcv = clinic.signed(vega, "hcv", HCV);
        var later = clinic.signed(vega, "adherence", ADHERENT);

        assertThat(id(asked(book -> book.current(vega.id(), CHRONIC_HCV, TODAY))))
                .contains(hcv.id());
        assertThat(id(asked(book -> book.current(vega.id(), RA, TODAY)))).contains(later.id());
        assertThat(id(asked(book -> book.current(vega.id(), "hcv", TODAY)))).contains(hcv.id());
        assertThat(id(asked(book -> book.current(vega.id(), "ra", TODAY)))).isEmpty();
    }

    private static Optional<CurrentAssessment> asked(
            Function<AssessmentBook, Uni<Optional<CurrentAssessment>>> question) {
        return await(clinic.pharmacy.read(
                Act.of("check", "dispense"), desk -> question.apply(new AssessmentBook(desk.session()))));
    }

    private static Optional<UUID> id(Optional<CurrentAssessment> found) {
        return found.map(assessment -> assessment.id().value());
    }
}
