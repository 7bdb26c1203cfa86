package dev.firstfill.assessments;

import static dev.firstfill.assessments.Clinic.HCV;
import static dev.firstfill.assessments.Clinic.PHARMACIST;
import static dev.firstfill.assessments.Clinic.PRIYA;
import static dev.firstfill.assessments.Clinic.TOM;
import static dev.firstfill.assessments.Clinic.await;
import static dev.firstfill.assessments.Clinic.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.patients.Patient;
import dev.firstfill.patients.PatientRefusals;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FollowConcernsUpTest {
    private static final ConcernSign COST = new ConcernSign(ConcernKind.BARRIER, "cost", null);

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
    void signing_raises_what_the_answers_are_signs_of_and_drafts_raise_nothing() {
        var answers = with(with(HCV, "main-barrier", "cost"), "side-effects", List.of("fatigue"));
        var begun = clinic.begun(vega, "hcv", answers);
        assertThat(concerns(null)).isEmpty();

        var signed = await(clinic.assessments.sign(new AssessmentId(begun.id()), 1, PHARMACIST));

        assertThat(signed.sideEffects()).containsExactly("fatigue");
        assertThat(signed.barriers()).containsExactly("cost");
        assertThat(clinic.pharmacy.told().events)
                .extracting(Event::type)
                .containsExactly("clinical-concern.raised", "clinical-concern.raised", "assessment.signed");
        assertThat(concerns(null))
                .extracting(Concern::sign)
                .containsExactly(COST, new ConcernSign(ConcernKind.SIDE_EFFECT, "fatigue", Severity.MILD));
        assertThat(concerns(ConcernState.OPEN))
                .allMatch(concern -> signed.id().equals(concern.assessment()))
                .extracting(Concern::question)
                .containsExactly("main-barrier", "side-effects");
    }

    @Test
    void one_that_is_not_resolved_stands_for_all_of_its_kind() {
        clinic.signed(vega, "hcv", with(HCV, "main-barrier", "cost"));
        clinic.signed(vega, "hcv", with(HCV, "main-barrier", "cost"));
        assertThat(concerns(null)).hasSize(1);
        assertThatThrownBy(() -> raised(COST)).isInstanceOf(AssessmentRefusals.ConcernThereAlready.class);
        assertThat(concerns(null)).hasSize(1);

        await(clinic.concerns.resolve(id(concerns(null).get(0)), ConcernOutcome.OVERCOME, null, PRIYA));
        clinic.signed(vega, "hcv", with(HCV, "main-barrier", "cost"));

        assertThat(concerns(null)).extracting(Concern::state).containsExactly(ConcernState.RESOLVED, ConcernState.OPEN);
    }

    @Test
    void one_that_got_worse_says_so_and_one_that_got_better_waits_for_somebody() {
        var concern = raised(new ConcernSign(ConcernKind.SIDE_EFFECT, "slow-heart", Severity.MILD));

        var worse = clinic.signed(vega, "hcv", with(HCV, "side-effects", List.of("slow-heart")));

        var changed = await(clinic.concerns.read(id(concern)));
        assertThat(changed.sign().severity()).isEqualTo(Severity.LIFE_THREATENING);
        assertThat(changed.assessment()).isEqualTo(worse.id());
        assertThat(changed.version()).isEqualTo(2);
    }

    @Test
    void what_an_amendment_does_not_raise_any_more_was_raised_in_error() {
        var first =
                clinic.signed(vega, "hcv", with(with(HCV, "main-barrier", "cost"), "side-effects", List.of("nausea")));

        var second = await(clinic.assessments.amend(
                new AssessmentId(first.id()),
                new Amendment("Another patient's", null, with(HCV, "side-effects", List.of("nausea"))),
                PHARMACIST));

        var cost = concerns(null).get(0);
        assertThat(cost.state()).isEqualTo(ConcernState.RESOLVED);
        assertThat(cost.outcome()).isEqualTo(ConcernOutcome.RAISED_IN_ERROR);
        var nausea = concerns(null).get(1);
        assertThat(nausea.state()).isEqualTo(ConcernState.OPEN);
        assertThat(nausea.assessment()).isEqualTo(second.id());
    }

    @Test
    void it_is_followed_up_until_it_is_resolved_and_then_no_more() {
        var concern = raised(COST);
        var next = ClinicClock.TODAY.plusDays(7);

        await(clinic.concerns.followUp(id(concern), FollowUpAction.PATIENT_NOT_REACHED, next, null, TOM));
        var twice = await(
                clinic.concerns.followUp(id(concern), FollowUpAction.FINANCIAL_HELP_SOUGHT, next, "Asked Helix", TOM));
        assertThat(twice.state()).isEqualTo(ConcernState.FOLLOWED_UP);
        assertThat(twice.dueOn()).isEqualTo(next);
        var resolved = await(clinic.concerns.resolve(id(concern), ConcernOutcome.OVERCOME, "Helix pays", PRIYA));

        assertThat(resolved.state()).isEqualTo(ConcernState.RESOLVED);
        assertThat(resolved.dueOn()).isNull();
        assertThat(resolved.note()).isEqualTo("In her words");
        assertThat(resolved.steps()).extracting(Concern.Step::note).containsExactly(null, "Asked Helix", "Helix pays");
        assertThatThrownBy(
                        () -> await(clinic.concerns.followUp(id(concern), FollowUpAction.WATCHED, next, "More", TOM)))
                .isInstanceOf(AssessmentRefusals.ConcernResolved.class);
        assertThatThrownBy(() -> await(clinic.concerns.resolve(id(concern), ConcernOutcome.TOLERATED, null, PRIYA)))
                .isInstanceOf(AssessmentRefusals.ConcernResolved.class);
        assertThat(await(clinic.concerns.read(id(concern)))).isEqualTo(resolved);
    }

    @Test
    void a_side_effect_has_a_severity_and_a_barrier_has_none() {
        for (var sign : new ConcernSign[] {
            new ConcernSign(ConcernKind.SIDE_EFFECT, "rash", null),
            new ConcernSign(ConcernKind.BARRIER, "cost", Severity.MILD)
        }) {
            assertThatThrownBy(() -> raised(sign)).isInstanceOf(AssessmentRefusals.SeverityMisplaced.class);
        }

        assertThat(concerns(null)).isEmpty();
    }

    @Test
    void of_an_erased_patient_it_is_listed_without_words_and_cannot_be_read_or_followed_up() {
        var concern = raised(COST);
        clinic.erase(vega);

        assertThatThrownBy(() -> await(clinic.concerns.read(id(concern))))
                .isInstanceOf(PatientRefusals.PatientErased.class);
        assertThatThrownBy(() -> await(clinic.concerns.followUp(id(concern), FollowUpAction.WATCHED, null, null, TOM)))
                .isInstanceOf(PatientRefusals.PatientErased.class);
        var filter = new ConcernFilter(ConcernState.OPEN, ConcernKind.BARRIER, null);
        var newest = await(clinic.concerns.list(filter, new PageRequest(null, 1, true)))
                .items();
        assertThat(newest).extracting(Concern::id).containsExactly(concern.id());
        assertThat(newest).extracting(Concern::note).containsExactly((String) null);
        assertThat(clinic.pharmacy.told().seen).isEmpty();
    }

    private Concern raised(ConcernSign sign) {
        return await(clinic.concerns.raise(vega.id(), sign, null, "In her words", TOM));
    }

    private List<Concern> concerns(ConcernState state) {
        var filter = new ConcernFilter(state, null, vega.id());
        return await(clinic.concerns.list(filter, new PageRequest(null, 50, false)))
                .items();
    }

    private static ConcernId id(Concern concern) {
        return new ConcernId(concern.id());
    }
}
