package dev.firstfill.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.customfields.CustomFieldSight;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Json;
import dev.firstfill.kernel.OnePharmacy;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.SettableClock;
import dev.firstfill.patients.ErasureReason;
import dev.firstfill.patients.Patient;
import dev.firstfill.patients.PatientDetails;
import dev.firstfill.patients.PatientRefusals;
import dev.firstfill.patients.PatientRegistry;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EmergencyDeskTest {
    private static final Colleague PRIYA = new Colleague("priya-id", "priya");
    private static final Colleague JONAS = new Colleague("jonas-id", "jonas");
    private static final Instant OPENED = Instant.parse("2026-03-02T15:04:05Z");

    private static OnePharmacy pharmacy;

    private SettableClock clock;
    private PatientRegistry registry;
    private EmergencyDesk desk;
    private Patient vega;

    @BeforeAll
    static void openPharmacy() {
        pharmacy = OnePharmacy.open();
    }

    @AfterAll
    static void closePharmacy() {
        pharmacy.close();
    }

    @BeforeEach
    void aPatient() {
        clock = new SettableClock();
        registry = new PatientRegistry(pharmacy, clock);
        desk = new EmergencyDesk(pharmacy, clock);
        var details = """
                {"name": {"given": "Marisol", "family": "Vega"}, "birthDate": "1961-04-12", "sex": "female"}
                """.getBytes(StandardCharsets.UTF_8);
        vega = await(registry.register(Json.read(details, PatientDetails.class), CustomFieldSight.ALL));
    }

    @Test
    void an_access_lasts_an_hour_and_is_told_at_once() {
        var access = await(desk.open(vega.number(), EmergencyReason.PATIENT_IN_DANGER, "She collapsed", PRIYA));

        assertThat(access.patient()).isEqualTo(vega.id().value());
        assertThat(access.openedBy()).isEqualTo(PRIYA);
        assertThat(access.openedAt()).isEqualTo(OPENED);
        assertThat(access.expiresAt()).isEqualTo(OPENED.plus(Duration.ofMinutes(60)));
        assertThat(access.reason()).isEqualTo("She collapsed");
        assertThat(access.review()).isNull();
        assertThat(pharmacy.told().emergencies).isEqualTo(List.of(EmergencyReason.PATIENT_IN_DANGER));
        assertThat(pharmacy.told().events)
                .containsExactly(new Event("emergency-access.opened", "emergency-access", access.id(), 1));
    }

    @Test
    void the_record_is_shown_until_the_last_moment_and_not_after_it() {
        var id = opened();
        clock.passes(Duration.ofMinutes(60).minusNanos(1_000));

        var shown = await(desk.patient(id, PRIYA));

        assertThat(shown).isEqualTo(vega);
        assertThat(pharmacy.told().seen).containsExactly(vega.id().value());
        assertThat(pharmacy.told().emergencies).isEqualTo(List.of(EmergencyReason.PATIENT_IN_DANGER));

        clock.passes(Duration.ofNanos(1_000));

        assertThatThrownBy(() -> await(desk.patient(id, PRIYA)))
                .isInstanceOf(EmergencyRefusals.EmergencyAccessOver.class);
        assertThat(pharmacy.told().seen).isEmpty();
    }

    @Test
    void to_somebody_else_it_is_not_there() {
        var id = opened();

        assertThatThrownBy(() -> await(desk.patient(id, JONAS)))
                .isInstanceOf(EmergencyRefusals.EmergencyAccessNotFound.class);
        assertThat(pharmacy.told().seen).isEmpty();
        assertThatThrownBy(() -> await(desk.close(id, JONAS)))
                .isInstanceOf(EmergencyRefusals.EmergencyAccessNotFound.class);

        assertThat(await(desk.read(id)).closedAt()).isNull();
    }

    @Test
    void a_closed_access_shows_nothing_any_more_and_cannot_be_closed_again() {
        var id = opened();
        clock.passes(Duration.ofMinutes(5));

        await(desk.close(id, PRIYA));

        assertThatThrownBy(() -> await(desk.patient(id, PRIYA)))
                .isInstanceOf(EmergencyRefusals.EmergencyAccessOver.class);
        clock.passes(Duration.ofMinutes(5));
        assertThatThrownBy(() -> await(desk.close(id, PRIYA)))
                .isInstanceOf(EmergencyRefusals.EmergencyAccessOver.class);
        assertThat(await(desk.read(id)).closedAt()).isEqualTo(OPENED.plus(Duration.ofMinutes(5)));
    }

    @Test
    void nobody_reviews_an_access_of_their_own() {
        var id = opened();

        assertThatThrownBy(() -> await(desk.review(id, ReviewOutcome.JUSTIFIED, "All good", PRIYA)))
                .isInstanceOf(EmergencyRefusals.OwnEmergencyAccess.class);

        assertThat(await(desk.read(id)).review()).isNull();
    }

    @Test
    void a_review_is_made_once_and_stands() {
        var id = opened();

        var reviewed = await(desk.review(id, ReviewOutcome.NEEDS_TRAINING, "Call the nurse first", JONAS));

        var review = new EmergencyReview(JONAS, OPENED, ReviewOutcome.NEEDS_TRAINING, "Call the nurse first");
        assertThat(reviewed.review()).isEqualTo(review);
        assertThatThrownBy(() -> await(desk.review(id, ReviewOutcome.JUSTIFIED, null, JONAS)))
                .isInstanceOf(EmergencyRefusals.EmergencyAccessReviewed.class);
        assertThat(await(desk.read(id)).review()).isEqualTo(review);
    }

    @Test
    void what_is_to_be_reviewed_is_listed_apart_from_what_was() {
        var first = opened();
        var second = opened();
        var third = opened();
        await(desk.review(second, ReviewOutcome.JUSTIFIED, null, JONAS));

        assertThat(newest(ReviewState.PENDING, 2)).containsExactly(third, first);
        assertThat(newest(ReviewState.DONE, 1)).containsExactly(second);
        assertThat(newest(ReviewState.ALL, 3)).containsExactly(third, second, first);
    }

    @Test
    void of_an_erased_patient_the_reason_is_gone_and_the_access_can_still_be_reviewed_without_a_note() {
        var id = opened();
        await(registry.erase(vega.id(), 1, ErasureReason.PATIENT_REQUEST));

        assertThatThrownBy(() -> await(desk.patient(id, PRIYA))).isInstanceOf(PatientRefusals.PatientErased.class);
        assertThat(await(desk.read(id)).reason()).isNull();
        assertThat(newest(ReviewState.PENDING, 1)).containsExactly(id);
        assertThatThrownBy(() -> await(desk.review(id, ReviewOutcome.JUSTIFIED, "About her", JONAS)))
                .isInstanceOf(PatientRefusals.PatientErased.class);
        assertThat(await(desk.review(id, ReviewOutcome.JUSTIFIED, null, JONAS)).review())
                .isEqualTo(new EmergencyReview(JONAS, OPENED, ReviewOutcome.JUSTIFIED, null));
    }

    private EmergencyAccessId opened() {
        return new EmergencyAccessId(
                await(desk.open(vega.id(), EmergencyReason.PATIENT_IN_DANGER, "She collapsed", PRIYA))
                        .id());
    }

    private List<EmergencyAccessId> newest(ReviewState state, int limit) {
        return await(desk.list(state, new PageRequest(null, limit, true))).items().stream()
                .map(access -> new EmergencyAccessId(access.id()))
                .toList();
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(10));
    }
}
