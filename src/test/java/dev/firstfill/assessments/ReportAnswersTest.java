package dev.firstfill.assessments;

import static dev.firstfill.assessments.Clinic.HCV;
import static dev.firstfill.assessments.Clinic.PHARMACIST;
import static dev.firstfill.assessments.Clinic.await;
import static dev.firstfill.assessments.Clinic.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.kernel.PageRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportAnswersTest {
    private static final Map<String, Object> COST = with(HCV, "main-barrier", "cost");
    private static final Map<String, Object> FORGETTING = with(HCV, "main-barrier", "forgetting");

    private Clinic clinic;

    @BeforeEach
    void open() {
        clinic = new Clinic();
    }

    @AfterEach
    void close() {
        clinic.close();
    }

    @Test
    void all_who_named_cost_are_found_and_the_ledger_learns_who_they_are() {
        var vega = clinic.patient();
        var ortega = clinic.patient();
        var raman = clinic.patient();
        clinic.signed(vega, "hcv", COST);
        clinic.signed(ortega, "hcv", FORGETTING);
        clinic.signed(raman, "hcv", COST);
        clinic.begun(ortega, "hcv", COST);

        var found = found(anyOf("main-barrier", "cost"));

        assertThat(found).extracting(ReportedAnswer::number).containsExactly(vega.number(), raman.number());
        assertThat(found).extracting(ReportedAnswer::answer).containsOnly("cost");
        assertThat(clinic.pharmacy.told().seen)
                .isEqualTo(Set.of(vega.id().value(), raman.id().value()));
        assertThat(clinic.pharmacy.told().sought).containsExactly(anyOf("main-barrier", "cost"));
    }

    @Test
    void of_each_patient_the_latest_answer_counts_unless_all_are_asked_for() {
        var vega = clinic.patient();
        clinic.signed(vega, "hcv", COST);
        clinic.clock.passesDays(1);
        clinic.signed(vega, "hcv", FORGETTING);

        assertThat(found(anyOf("main-barrier", "cost"))).isEmpty();
        assertThat(found(anyOf("main-barrier", "forgetting"))).hasSize(1);
        assertThat(found(query("main-barrier", Counted.ALL, null, List.of("cost"), null)))
                .hasSize(1);
    }

    @Test
    void what_was_amended_does_not_count() {
        var signed = clinic.signed(clinic.patient(), "hcv", COST);
        await(clinic.assessments.amend(
                new AssessmentId(signed.id()), new Amendment("Misheard", null, FORGETTING), PHARMACIST));

        assertThat(found(query("main-barrier", Counted.ALL, null, List.of("cost"), null)))
                .isEmpty();
        assertThat(found(anyOf("main-barrier", "forgetting"))).hasSize(1);
    }

    @Test
    void what_lies_outside_of_the_period_does_not_count() {
        clinic.signed(clinic.patient(), "hcv", COST);

        var before = period(ClinicClock.TODAY.minusDays(9), ClinicClock.TODAY.minusDays(1));
        var after = period(ClinicClock.TODAY.plusDays(1), ClinicClock.TODAY.plusDays(9));
        var day = period(ClinicClock.TODAY, ClinicClock.TODAY);

        assertThat(found(before)).isEmpty();
        assertThat(found(after)).isEmpty();
        assertThat(found(day)).hasSize(1);
    }

    @Test
    void each_type_of_answer_can_be_asked_for() {
        var vega = clinic.patient();
        clinic.signed(vega, "hcv", with(with(HCV, "missed-doses", 2), "side-effects", List.of("headache", "nausea")));
        clinic.signed(clinic.patient(), "hcv", HCV);

        assertThat(found(query("amiodarone", null, false, List.of(), null))).hasSize(2);
        assertThat(found(query("amiodarone", null, true, List.of(), null))).isEmpty();
        assertThat(found(query("missed-doses", null, null, List.of(), BigDecimal.ONE)))
                .extracting(ReportedAnswer::number)
                .containsExactly(vega.number());
        assertThat(found(anyOf("side-effects", "nausea")))
                .extracting(ReportedAnswer::answer)
                .containsExactly(List.of("headache", "nausea"));
        assertThat(found(query("side-effects", null, null, List.of(), null))).hasSize(1);
    }

    @Test
    void pages_follow_each_other_without_a_gap_and_the_erased_are_left_out() {
        var patients = List.of(clinic.patient(), clinic.patient(), clinic.patient());
        patients.forEach(patient -> clinic.signed(patient, "hcv", COST));
        clinic.erase(patients.get(1));

        var first = await(clinic.reports.report(anyOf("main-barrier", "cost"), new PageRequest(null, 2, false)));
        var second = await(
                clinic.reports.report(anyOf("main-barrier", "cost"), new PageRequest(first.goesOnAfter(), 2, false)));

        assertThat(numbers(first.items(), second.items()))
                .containsExactly(patients.get(0).number(), patients.get(2).number());
        assertThat(second.goesOnAfter()).isNull();
    }

    @Test
    void how_often_each_value_was_answered_is_about_nobody() {
        clinic.signed(clinic.patient(), "hcv", with(COST, "side-effects", List.of("headache", "nausea")));
        clinic.signed(clinic.patient(), "hcv", with(COST, "side-effects", List.of("nausea")));
        clinic.signed(clinic.patient(), "hcv", FORGETTING);

        assertThat(await(clinic.reports.distribution(query("main-barrier", null, null, List.of(), null))))
                .isEqualTo(
                        new AnswerDistribution(3, List.of(new ValueCount("cost", 2), new ValueCount("forgetting", 1))));
        assertThat(await(clinic.reports.distribution(query("side-effects", null, null, List.of(), null))))
                .isEqualTo(
                        new AnswerDistribution(2, List.of(new ValueCount("nausea", 2), new ValueCount("headache", 1))));
        assertThat(await(clinic.reports.distribution(query("amiodarone", null, null, List.of(), null)))
                        .values())
                .containsExactly(new ValueCount("false", 3));
        assertThat(clinic.pharmacy.told().seen).isEmpty();
    }

    @Test
    void a_question_that_nobody_asks_and_a_value_that_nobody_can_give_are_refused() {
        assertThatThrownBy(() -> found(anyOf("main-barier", "cost")))
                .isInstanceOf(AssessmentRefusals.QuestionNotCounted.class);
        assertThatThrownBy(() -> found(query("barrier-in-words", null, null, List.of(), null)))
                .isInstanceOf(AssessmentRefusals.QuestionNotCounted.class);
        assertThatThrownBy(() -> found(anyOf("main-barrier", "costs"))).isInstanceOf(AssessmentFaults.class);
        assertThatThrownBy(() -> found(query("main-barrier", null, true, List.of(), null)))
                .isInstanceOf(AssessmentFaults.class);
    }

    private List<ReportedAnswer> found(AnswerReportQuery query) {
        return await(clinic.reports.report(query, new PageRequest(null, 50, false)))
                .items();
    }

    private static List<dev.firstfill.patients.PatientNumber> numbers(
            List<ReportedAnswer> first, List<ReportedAnswer> second) {
        return java.util.stream.Stream.concat(first.stream(), second.stream())
                .map(ReportedAnswer::number)
                .toList();
    }

    private static AnswerReportQuery anyOf(String question, String option) {
        return query(question, null, null, List.of(option), null);
    }

    private static AnswerReportQuery period(LocalDate from, LocalDate to) {
        return new AnswerReportQuery("hcv", null, "main-barrier", null, List.of(), null, null, from, to, null);
    }

    private static AnswerReportQuery query(
            String question, Counted counted, Boolean is, List<String> anyOf, BigDecimal atLeast) {
        return new AnswerReportQuery(
                null,
                "hcv",
                question,
                is,
                anyOf,
                atLeast,
                null,
                LocalDate.parse("2026-01-01"),
                LocalDate.parse("2026-03-31"),
                counted);
    }
}
