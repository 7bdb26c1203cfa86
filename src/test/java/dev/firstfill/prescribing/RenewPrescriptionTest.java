package dev.firstfill.prescribing;

import static dev.firstfill.prescribing.Orders.JONAS;
import static dev.firstfill.prescribing.Orders.PRIYA;
import static dev.firstfill.prescribing.Orders.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.kernel.OnePharmacy;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.Refusal;
import dev.firstfill.patients.ErasureReason;
import dev.firstfill.patients.PatientRegistry;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RenewPrescriptionTest {
    private static final NewRenewalRequest BY_PATIENT =
            new NewRenewalRequest(RenewalRequester.PATIENT, "called from +13125550142");

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
    void an_approved_request_makes_a_draft_that_renews_the_prescription() {
        var active = office.active();
        await(office.renewals.request(active, BY_PATIENT, PRIYA));
        office.clock.day("2026-08-03");

        var answered = await(office.renewals.answer(
                active,
                new RenewalAnswer(RenewalAnswer.Outcome.APPROVED, null, LocalDate.parse("2026-08-01"), 5, "stable"),
                JONAS));

        assertThat(answered.state()).isEqualTo(RenewalState.APPROVED);
        assertThat(answered.note()).isEqualTo("called from +13125550142");
        assertThat(answered.answer().note()).isEqualTo("stable");
        var renewal = office.read(answered.answer().renewedAs());
        assertThat(renewal.state()).isEqualTo(PrescriptionState.DRAFT);
        assertThat(renewal.prescription().renews()).contains(active);
        assertThat(renewal.prescription().writtenOn()).isEqualTo("2026-08-01");
        assertThat(renewal.prescription().expiresOn()).isEqualTo("2027-08-01");
        assertThat(renewal.prescription().refillsAuthorised()).isEqualTo(5);
        assertThat(renewal.words().sig()).isEqualTo("Inject 40 mg under the skin every other week");
        assertThat(office.changes(renewal.prescription().id()))
                .extracting(RecordedChange::kind)
                .containsExactly(ChangeKind.ENTERED);
    }

    @Test
    void a_denied_request_keeps_its_reason_and_makes_room_for_another() {
        var active = office.active();
        await(office.renewals.request(active, BY_PATIENT, PRIYA));

        await(office.renewals.answer(active, denied(RenewalDenial.APPOINTMENT_NEEDED), JONAS));
        await(office.renewals.request(active, BY_PATIENT, PRIYA));
        await(office.renewals.answer(
                active, new RenewalAnswer(RenewalAnswer.Outcome.WITHDRAWN, null, null, null, null), JONAS));

        assertThat(requests(active))
                .extracting(RenewalRequest::state)
                .containsExactly(RenewalState.DENIED, RenewalState.WITHDRAWN);
        assertThat(requests(active).get(0).answer().reason()).isEqualTo(RenewalDenial.APPOINTMENT_NEEDED);
        assertThat(office.listed(null)).containsExactly(active);
    }

    @Test
    void one_renewal_is_asked_for_at_a_time_however_many_ask_at_once() {
        var active = office.active();

        var asked = IntStream.range(0, 4)
                .mapToObj(one -> office.renewals
                        .request(active, BY_PATIENT, PRIYA)
                        .map(opened -> "opened")
                        .onFailure(Refusal.class)
                        .recoverWithItem(Refusal::code))
                .toList();
        var outcomes = await(Uni.join().all(asked).andCollectFailures());

        assertThat(outcomes)
                .containsExactlyInAnyOrder(
                        "opened", "renewal-request-open", "renewal-request-open", "renewal-request-open");
        assertThat(requests(active)).hasSize(1);
    }

    @Test
    void what_is_not_asked_cannot_be_answered() {
        var active = office.active();

        assertThatThrownBy(() -> await(office.renewals.answer(active, denied(RenewalDenial.TOO_EARLY), JONAS)))
                .isInstanceOf(PrescribingRefusals.NoRenewalRequestOpen.class);

        assertThat(requests(active)).isEmpty();
    }

    @Test
    void a_draft_or_a_cancelled_prescription_is_not_renewed_and_an_expired_one_is() {
        var draft = office.draft();
        var cancelled = office.draft();
        await(office.moves.cancel(cancelled, CancellationReason.DUPLICATE, null, PRIYA));
        var expired = office.active("\"expiresOn\": \"2026-03-31\"");
        office.clock.day("2026-04-01");

        for (var prescription : List.of(draft, cancelled)) {
            assertThatThrownBy(() -> await(office.renewals.request(prescription, BY_PATIENT, PRIYA)))
                    .isInstanceOf(PrescribingRefusals.NotRenewable.class);
            assertThat(requests(prescription)).isEmpty();
        }
        assertThat(await(office.renewals.request(expired, BY_PATIENT, PRIYA)).state())
                .isEqualTo(RenewalState.OPEN);
    }

    @Test
    void a_renewal_that_breaks_a_rule_leaves_the_request_open() {
        var active = office.active();
        await(office.renewals.request(active, BY_PATIENT, PRIYA));
        var tomorrow = new RenewalAnswer(RenewalAnswer.Outcome.APPROVED, null, Orders.TODAY.plusDays(1), null, null);

        assertThatThrownBy(() -> await(office.renewals.answer(active, tomorrow, JONAS)))
                .isInstanceOf(PrescribingRefusals.WrittenInFuture.class);

        assertThat(requests(active)).extracting(RenewalRequest::state).containsExactly(RenewalState.OPEN);
        assertThat(office.listed(null)).containsExactly(active);
    }

    @Test
    void of_an_erased_patient_what_was_written_is_gone() {
        var active = office.active();
        await(office.renewals.request(active, BY_PATIENT, PRIYA));
        await(new PatientRegistry(pharmacy, office.clock).erase(office.vega.id(), 1, ErasureReason.PATIENT_REQUEST));

        assertThat(requests(active)).extracting(RenewalRequest::note).containsOnlyNulls();
    }

    private List<RenewalRequest> requests(PrescriptionId prescription) {
        return await(office.renewals.list(prescription, new PageRequest(null, 50, false)))
                .items();
    }

    private static RenewalAnswer denied(RenewalDenial reason) {
        return new RenewalAnswer(RenewalAnswer.Outcome.DENIED, reason, null, null, null);
    }
}
