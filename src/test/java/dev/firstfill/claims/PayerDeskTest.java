package dev.firstfill.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.customfields.CustomFieldSight;
import dev.firstfill.identifiers.Icd10Code;
import dev.firstfill.identifiers.Ndc;
import dev.firstfill.identifiers.Npi;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Disclosure;
import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Json;
import dev.firstfill.kernel.OnePharmacy;
import dev.firstfill.kernel.Writing;
import dev.firstfill.patients.Coverage;
import dev.firstfill.patients.Patient;
import dev.firstfill.patients.PatientDetails;
import dev.firstfill.patients.PatientRegistry;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PayerDeskTest {
    private static final Colleague OMAR = new Colleague("omar-id", "omar");
    private static final Instant NOW = Instant.parse("2026-03-02T15:04:05Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Act BILL = Act.of("bill", "dispense");
    private static final PayerAnswer.Paid PAYS = paid("592.00", "50.00");
    private static final PayerAnswer.Rejected REJECTS =
            new PayerAnswer.Rejected(List.of(new RejectCode("75")), "PA REQUIRED");
    private static final PayerAnswer.Kept KEEPS = new PayerAnswer.Kept(List.of(new RejectCode("87")), null);

    private static OnePharmacy pharmacy;

    private final PaperPayer payer = new PaperPayer();
    private final PayerDesk desk = new PayerDesk(pharmacy, payer, CLOCK);
    private final ClaimDesk claims = new ClaimDesk(pharmacy, payer, CLOCK);
    private final UUID dispense = UUID.randomUUID();
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
    void aPatientWithACard() {
        vega = patientWithCard("""
                "bin": "610502", "effectiveFrom": "2026-01-01", "effectiveUntil": "2026-12-31"
                """);
    }

    @Test
    void a_submission_is_announced_together_with_the_question_and_asks_nobody() {
        var claim = bill();

        assertThat(claim.state()).isEqualTo(ClaimState.SUBMITTED);
        assertThat(claim.record().memberId().value()).isEqualTo("W123456789");
        assertThat(pharmacy.told().events)
                .containsExactly(
                        new Event("claim.submitted", "claim", claim.id(), 1),
                        new Event("payer-question.raised", "payer-question", claim.id(), 1));
        assertThat(payer.asked).isEmpty();
    }

    @Test
    void without_a_card_that_can_be_billed_on_the_day_nothing_is_submitted() {
        vega = patientWithCard("\"bin\": \"610502\", \"effectiveUntil\": \"2026-03-01\"");
        assertThatThrownBy(this::bill).isInstanceOf(ClaimRefusals.NoCoverageInForce.class);

        vega = patientWithCard("\"bin\": \"610502\", \"effectiveFrom\": \"2026-03-03\"");
        assertThatThrownBy(this::bill).isInstanceOf(ClaimRefusals.NoCoverageInForce.class);

        vega = patientWithCard("\"effectiveFrom\": \"2026-03-02\", \"effectiveUntil\": \"2026-03-02\"");
        assertThatThrownBy(this::bill).isInstanceOf(ClaimRefusals.CoverageLacksBin.class);

        assertThat(claimsOfDispense()).isEmpty();
    }

    @Test
    void where_no_payer_is_connected_nothing_is_submitted() {
        assertThatThrownBy(() -> await(pharmacy.write(BILL, act -> book(act).submit(request(), Payer.NONE))))
                .isInstanceOf(ClaimRefusals.PayerNotConnected.class);

        assertThat(claimsOfDispense()).isEmpty();
    }

    @Test
    void an_answer_is_kept_and_asking_again_asks_nobody() {
        var claim = bill();
        payer.willAnswer(PAYS);

        ask(claim);
        ask(claim);

        var paid = read(claim);
        assertThat(paid.state()).isEqualTo(ClaimState.PAID);
        assertThat(paid.paid()).isEqualTo("592.00");
        assertThat(paid.patientPay()).isEqualTo("50.00");
        assertThat(paid.answeredAt()).isEqualTo(NOW);
        assertThat(paid.record().authorisation()).isEqualTo("A1");
        assertThat(payer.asked).singleElement().satisfies(question -> {
            assertThat(question.kind()).isEqualTo(PayerQuestion.Kind.BILLING);
            assertThat(question.claim()).isEqualTo(claim);
        });
    }

    @Test
    void what_goes_to_the_payer_is_recorded_as_disclosed_for_payment() {
        var claim = bill();

        var slow = new SlowPayer(PAYS);
        new PayerDesk(pharmacy, slow, CLOCK)
                .ask(new ClaimId(claim.id()))
                .subscribe()
                .with(never -> {});
        slow.awaitQuestion();

        assertThat(pharmacy.told().disclosures).singleElement().satisfies(made -> {
            assertThat(made.recipient()).isEqualTo("Aetna");
            assertThat(made.basis()).isEqualTo(Disclosure.Basis.PAYMENT);
        });
    }

    @Test
    void no_answer_shows_on_the_claim_once_and_goes_with_the_answer() {
        var claim = bill();

        assertThatThrownBy(() -> ask(claim)).isInstanceOf(PayerFailed.class);
        assertThatThrownBy(() -> ask(claim)).isInstanceOf(PayerFailed.class);

        var silent = read(claim);
        assertThat(silent.state()).isEqualTo(ClaimState.SUBMITTED);
        assertThat(silent.trouble()).isEqualTo(ClaimTrouble.NO_ANSWER);
        assertThat(silent.version()).isEqualTo(2);

        payer.willAnswer(REJECTS);
        ask(claim);

        var rejected = read(claim);
        assertThat(rejected.state()).isEqualTo(ClaimState.REJECTED);
        assertThat(rejected.rejectCodes()).containsExactly(new RejectCode("75"));
        assertThat(rejected.trouble()).isNull();
    }

    @Test
    void more_than_was_billed_is_no_answer() {
        var claim = bill();
        payer.willAnswer(paid("592.01", "50.00"));

        assertThatThrownBy(() -> ask(claim)).isInstanceOf(PayerFailed.class);

        assertThat(read(claim).state()).isEqualTo(ClaimState.SUBMITTED);
        assertThat(read(claim).trouble()).isEqualTo(ClaimTrouble.ANSWER_DOES_NOT_FIT);
    }

    @Test
    void an_answer_to_another_question_is_none() {
        var claim = bill();
        payer.willAnswer(new PayerAnswer.Reversed());

        assertThatThrownBy(() -> ask(claim)).isInstanceOf(PayerFailed.class);

        assertThat(read(claim).trouble()).isEqualTo(ClaimTrouble.ANSWER_DOES_NOT_FIT);
    }

    /** Two relays that each ask before the other has written. */
    @Test
    void of_two_answers_that_differ_the_first_stands_and_somebody_is_told() {
        var claim = bill();
        var slow = new SlowPayer(REJECTS);
        var late = new PayerDesk(pharmacy, slow, CLOCK)
                .ask(new ClaimId(claim.id()))
                .subscribeAsCompletionStage();
        slow.awaitQuestion();
        payer.willAnswer(PAYS);
        ask(claim);

        slow.answer();
        await(Uni.createFrom().completionStage(late));

        var paid = read(claim);
        assertThat(paid.state()).isEqualTo(ClaimState.PAID);
        assertThat(paid.paid()).isEqualTo("592.00");
        assertThat(paid.trouble()).isEqualTo(ClaimTrouble.ANSWERS_CONTRADICT);
    }

    @Test
    void of_two_answers_that_agree_the_second_changes_nothing() {
        var claim = bill();
        var slow = new SlowPayer(PAYS);
        var late = new PayerDesk(pharmacy, slow, CLOCK)
                .ask(new ClaimId(claim.id()))
                .subscribeAsCompletionStage();
        slow.awaitQuestion();
        payer.willAnswer(PAYS);
        ask(claim);
        var paid = read(claim);

        slow.answer();
        await(Uni.createFrom().completionStage(late));

        assertThat(read(claim)).isEqualTo(paid);
    }

    @Test
    void what_is_paid_is_taken_back_or_kept() {
        var claim = bill();
        payer.willAnswer(PAYS);
        ask(claim);
        payer.willAnswer(KEEPS);
        reverseDispense();
        ask(claim);

        assertThat(read(claim).state()).isEqualTo(ClaimState.PAID);
        assertThat(read(claim).trouble()).isEqualTo(ClaimTrouble.REVERSAL_REFUSED);

        payer.willAnswer(new PayerAnswer.Reversed());
        reverseDispense();
        assertThat(pharmacy.told().toldAgain).containsExactly(claim.id());
        ask(claim);

        assertThat(read(claim).state()).isEqualTo(ClaimState.REVERSED);
        assertThat(read(claim).withdrawal()).isEqualTo(new Withdrawal(OMAR, NOW, NOW));
        assertThatThrownBy(this::reverseDispense).isInstanceOf(ClaimRefusals.NothingBilled.class);
    }

    @Test
    void a_dispense_is_billed_again_only_when_its_claim_is_over() {
        var claim = bill();
        assertThatThrownBy(this::bill).isInstanceOf(ClaimRefusals.ClaimUnderWay.class);
        payer.willAnswer(REJECTS);
        ask(claim);

        var second = bill();

        assertThat(claimsOfDispense()).extracting(Claim::id).containsExactly(claim.id(), second.id());
        var billed = await(pharmacy.write(BILL, act -> log(act).billed(dispense)));
        assertThat(billed).contains(second);
    }

    @Test
    void a_claim_that_nobody_answers_is_abandoned_and_its_reversal_asked_for() {
        var claim = bill();

        reverseDispense();

        assertThat(read(claim).state()).isEqualTo(ClaimState.ABANDONMENT_SUBMITTED);
        payer.willAnswer(KEEPS);
        ask(claim);
        assertThat(read(claim).state()).isEqualTo(ClaimState.SUBMITTED);
        payer.willAnswer(PAYS);
        ask(claim);
        assertThat(read(claim).state()).isEqualTo(ClaimState.PAID);
        assertThat(payer.asked)
                .extracting(PayerQuestion::kind)
                .containsExactly(PayerQuestion.Kind.REVERSAL, PayerQuestion.Kind.BILLING);
    }

    private static PayerAnswer.Paid paid(String paid, String patientPay) {
        return new PayerAnswer.Paid(new BigDecimal(paid), new BigDecimal(patientPay), "A1", "PAID");
    }

    private Claim bill() {
        return await(pharmacy.write(BILL, act -> book(act).submit(request(), payer)));
    }

    private void reverseDispense() {
        await(pharmacy.write(BILL, act -> book(act).requestReversal(dispense, OMAR, NOW)));
    }

    private List<Claim> claimsOfDispense() {
        return await(pharmacy.write(BILL, act -> log(act).of(dispense)));
    }

    private static ClaimBook book(Writing act) {
        return new ClaimBook(act.session(), act.seals(), act.journal());
    }

    private static ClaimLog log(Writing act) {
        return new ClaimLog(act.session(), act.seals());
    }

    private void ask(Claim claim) {
        await(desk.ask(new ClaimId(claim.id())));
    }

    private Claim read(Claim claim) {
        return await(claims.read(new ClaimId(claim.id())));
    }

    private ClaimRequest request() {
        return new ClaimRequest(
                new ClaimFill(dispense, UUID.randomUUID(), "RX1001", 0),
                vega.id(),
                Ndc.parse("0074-0554-02"),
                Npi.parse("1234567893"),
                List.of(Icd10Code.parse("M05.79")),
                Coverage.Benefit.PHARMACY,
                LocalDate.of(2026, 3, 2),
                BilledSupply.full(new BigDecimal("2"), 28),
                0,
                new BigDecimal("642.00"),
                OMAR,
                NOW);
    }

    private static Patient patientWithCard(String fields) {
        var details = """
                {"name": {"given": "Marisol", "family": "Vega"}, "birthDate": "1961-04-12", "sex": "female",
                 "coverages": [{"order": "primary", "benefit": "pharmacy", "payer": "Aetna",
                                "memberId": "W123456789", %s}]}
                """.formatted(fields);
        return await(new PatientRegistry(pharmacy, CLOCK)
                .register(
                        Json.read(details.getBytes(StandardCharsets.UTF_8), PatientDetails.class),
                        CustomFieldSight.ALL));
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(30));
    }
}
