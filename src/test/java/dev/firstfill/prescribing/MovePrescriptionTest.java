package dev.firstfill.prescribing;

import static dev.firstfill.prescribing.Orders.JONAS;
import static dev.firstfill.prescribing.Orders.PRIYA;
import static dev.firstfill.prescribing.Orders.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.identifiers.NcpdpProviderId;
import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.OnePharmacy;
import dev.firstfill.kernel.StaleVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MovePrescriptionTest {
    private static final NcpdpProviderId SOUTHBANK = new NcpdpProviderId("1234567");

    private static OnePharmacy pharmacy;

    private Office office;

    @BeforeAll
    static void openPharmacy() {
        pharmacy = OnePharmacy.open();
    }

    @AfterAll
    static void closePharmacy() {
        pharmacy.close();
    }

    @BeforeEach
    void anOffice() {
        office = new Office(pharmacy);
    }

    @Test
    void a_draft_is_activated_in_the_version_that_was_verified() {
        var draft = office.draft();

        assertThatThrownBy(() -> await(office.moves.activate(draft, 2, JONAS))).isInstanceOf(StaleVersion.class);
        assertThat(office.read(draft).state()).isEqualTo(PrescriptionState.DRAFT);

        var active = await(office.moves.activate(draft, 1, JONAS));

        assertThat(active.state()).isEqualTo(PrescriptionState.ACTIVE);
        assertThat(active.prescription().version()).isEqualTo(2);
        assertThat(pharmacy.told().events)
                .containsExactly(new Event("prescription.activated", "prescription", draft.value(), 2));
        assertThat(office.read(draft).prescription().obstacleToFilling(Orders.TODAY))
                .isEmpty();
    }

    @Test
    void a_draft_whose_last_day_has_passed_stays_a_draft_until_its_dates_are_corrected() {
        var draft = office.draft("\"expiresOn\": \"2026-03-31\"");
        office.clock.day("2026-04-01");

        assertThatThrownBy(() -> await(office.moves.activate(draft, 1, JONAS)))
                .isInstanceOf(PrescribingRefusals.DraftTooOld.class)
                .hasMessage("2026-03-31 was the last day to fill it. Correct its dates, or cancel it.");
        assertThat(office.read(draft).state()).isEqualTo(PrescriptionState.DRAFT);

        await(office.desk.amend(
                draft,
                1,
                present -> office.present(present, "\"expiresOn\": \"2026-12-31\""),
                AmendmentScope.ALL,
                JONAS));
        assertThat(await(office.moves.activate(draft, 2, JONAS)).state()).isEqualTo(PrescriptionState.ACTIVE);
    }

    @Test
    void a_hold_is_kept_with_its_reason_until_it_is_released() {
        var active = office.active();

        await(office.moves.hold(active, HoldReason.HOSPITALISED, "Ms. Vega is at Mercy", JONAS));

        assertThat(pharmacy.told().reasons).isEqualTo(List.of(HoldReason.HOSPITALISED));
        assertThat(office.read(active).state()).isEqualTo(PrescriptionState.ON_HOLD);
        var held = office.changes(active).getLast();
        assertThat(held.kind()).isEqualTo(ChangeKind.HELD);
        assertThat(held.from()).contains(PrescriptionState.ACTIVE);
        assertThat(held.to()).isEqualTo(PrescriptionState.ON_HOLD);
        assertThat(held.reason()).contains("HOSPITALISED");
        assertThat(held.words()).isEqualTo(ChangeWords.noted("Ms. Vega is at Mercy"));
        assertThatThrownBy(() -> await(office.moves.hold(active, HoldReason.PROCEDURE, null, JONAS)))
                .isInstanceOf(PrescribingRefusals.MoveNotAllowed.class);

        await(office.moves.release(active, PRIYA));

        assertThat(office.read(active).state()).isEqualTo(PrescriptionState.ACTIVE);
        assertThat(office.changes(active))
                .extracting(RecordedChange::kind)
                .containsExactly(ChangeKind.ENTERED, ChangeKind.ACTIVATED, ChangeKind.HELD, ChangeKind.RELEASED);
    }

    @Test
    void a_transfer_takes_the_remaining_fills_along_and_happens_once() {
        var active = office.active();

        var transferred = await(office.moves.transfer(active, SOUTHBANK, "Southbank Pharmacy", null, JONAS));

        assertThat(transferred.state()).isEqualTo(PrescriptionState.TRANSFERRED_OUT);
        assertThat(transferred.prescription().transferredTo()).isEqualTo(Optional.of(SOUTHBANK));
        assertThat(office.read(active).words().transferredTo()).isEqualTo("Southbank Pharmacy");
        assertThatThrownBy(() -> await(office.moves.transfer(active, SOUTHBANK, "Another", null, JONAS)))
                .isInstanceOf(PrescribingRefusals.MoveNotAllowed.class)
                .hasMessage("A prescription that is transferred-out cannot be transferred. The other pharmacy has it:"
                        + " ask there, or enter a new prescription.");
        assertThat(office.read(active).words().transferredTo()).isEqualTo("Southbank Pharmacy");
        assertThat(office.read(active).prescription().obstacleToFilling(Orders.TODAY))
                .isPresent();
    }

    @Test
    void a_cancelled_prescription_stays_cancelled() {
        var active = office.active();

        await(office.moves.cancel(active, CancellationReason.ADVERSE_EVENT, "rash", JONAS));

        assertThatThrownBy(() -> await(office.moves.activate(active, 3, JONAS)))
                .isInstanceOf(PrescribingRefusals.MoveNotAllowed.class);
        assertThat(office.read(active).state()).isEqualTo(PrescriptionState.CANCELLED);
        assertThat(office.changes(active).getLast().reason()).contains("ADVERSE_EVENT");
    }

    @Test
    void an_expired_prescription_is_moved_nowhere() {
        var active = office.active("\"expiresOn\": \"2026-03-31\"");
        office.clock.day("2026-04-01");

        assertThatThrownBy(() -> await(office.moves.hold(active, HoldReason.PROCEDURE, null, JONAS)))
                .isInstanceOf(PrescribingRefusals.MoveNotAllowed.class)
                .hasMessage("A prescription that is expired cannot be put on hold. Ask for a renewal.");

        assertThat(office.changes(active)).hasSize(2);
    }

    @Test
    void what_filling_does_to_a_prescription_is_written_down_too() {
        var active = office.active("\"refillsAuthorised\": 0");
        var fills = new Fills(pharmacy);

        await(fills.take(active, Orders.TODAY, JONAS));
        await(fills.giveBack(active, PRIYA));

        assertThat(pharmacy.told().events)
                .containsExactly(new Event("prescription.fill-given-back", "prescription", active.value(), 4));
        var changes = office.changes(active);
        assertThat(changes)
                .extracting(change ->
                        "%s %s %s".formatted(change.kind(), change.from().orElse(null), change.to()))
                .endsWith("FILL_TAKEN ACTIVE COMPLETED", "FILL_GIVEN_BACK COMPLETED ACTIVE");
        assertThat(changes.getLast().at()).isEqualTo(Instant.EPOCH);
        assertThat(changes.getLast().by()).isEqualTo(PRIYA);
    }
}
