package dev.firstfill.api.claims;

import static dev.firstfill.api.testing.BilledFills.bean;
import static dev.firstfill.api.testing.BilledFills.bill;
import static dev.firstfill.api.testing.BilledFills.billed;
import static dev.firstfill.api.testing.BilledFills.done;
import static dev.firstfill.api.testing.BilledFills.in;
import static dev.firstfill.api.testing.BilledFills.patientOf;
import static dev.firstfill.api.testing.BilledFills.until;
import static dev.firstfill.api.testing.BilledFills.untilAnswered;
import static dev.firstfill.api.testing.Requests.as;
import static dev.firstfill.api.testing.TestPayer.asked;
import static dev.firstfill.api.testing.TestPayer.memberWhom;
import static dev.firstfill.api.testing.TestPayer.moved;
import static dev.firstfill.api.testing.TestPayer.willMeet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.Pharmacies;
import dev.firstfill.api.testing.RealStack;
import dev.firstfill.api.testing.Tables;
import dev.firstfill.claims.Claim;
import dev.firstfill.claims.ClaimId;
import dev.firstfill.claims.Payer;
import dev.firstfill.claims.PayerAnswer;
import dev.firstfill.claims.PayerDesk;
import dev.firstfill.claims.PayerQuestion;
import dev.firstfill.kernel.Refusal;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a payer does and wherever the platform is stopped, a fill is billed once. */
@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AskPayersTest {
    private static final BigDecimal PAID = new BigDecimal("592.00");
    private static final String READ = "/v1/claims/{claim}";

    private Tenant pharmacy;

    @BeforeEach
    void open() {
        pharmacy = Pharmacies.northgate();
    }

    @Test
    void a_fill_is_billed_and_paid() {
        var claim = billed(pharmacy, memberWhom(""));

        untilAnswered(pharmacy, claim);

        as(pharmacy, Role.BILLER)
                .get(READ, claim)
                .then()
                .statusCode(200)
                .body("state", equalTo("paid"))
                .body("paid.amount", equalTo("592.00"))
                .body("patientPay.amount", equalTo("50.00"))
                .body("message", equalTo("PAID BY PLAN"))
                .body("attention", nullValue());
        assertThat(moved(claim)).containsExactly(PAID);
        assertThat(told(claim)).containsExactly("claim.submitted", "claim.paid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hangs",
                "hangs-up",
                "loses",
                "fails",
                "babbles",
                "cuts-short",
                "breaks-off",
                "answers-twice",
                "mixes-up",
                "overstates"
            })
    void a_payer_that_gives_no_answer_is_asked_again_under_the_same_reference(String conduct) {
        var member = memberWhom("");
        willMeet(member, conduct);

        var claim = billed(pharmacy, member);
        untilAnswered(pharmacy, claim);

        assertThat(asked(claim)).containsExactly("B1", "B1");
        assertThat(moved(claim)).containsExactly(PAID);
        assertThat(told(claim)).containsExactly("claim.submitted", "claim.needs-attention", "claim.paid");
        until(pharmacy, claim, "failure is null");
    }

    @Test
    void as_long_as_there_is_no_answer_a_biller_sees_why() {
        var claim = billed(pharmacy, memberWhom("fails"));

        until(pharmacy, claim, "failure = 'PAYER_FAILED'");

        as(pharmacy, Role.BILLER)
                .get("/v1/claims?attention=needed&state=submitted")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(claim))
                .body("items.find { it.id == '%s' }.attention".formatted(claim), equalTo("payer-failed"));
        as(pharmacy, Role.BILLER)
                .get("/v1/claims?state=paid")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(claim)));
    }

    @Test
    void a_rejected_claim_says_what_helps_and_is_billed_anew_with_other_codes() {
        var member = memberWhom("");
        willMeet(member, "rejects-76");
        var claim = billed(pharmacy, member);
        untilAnswered(pharmacy, claim);

        String second = as(pharmacy, Role.BILLER)
                .contentType("application/json")
                .body("{\"daw\": 1, \"billed\": {\"amount\": \"600.00\", \"currency\": \"USD\"}}")
                .post("/v1/claims/{claim}/resubmission", claim)
                .then()
                .statusCode(201)
                .body("state", equalTo("submitted"))
                .body("daw", equalTo(1))
                .body("prescriptionNumber", equalTo("RX1001"))
                .extract()
                .path("id");
        untilAnswered(pharmacy, second);

        as(pharmacy, Role.DISPENSING_PHARMACIST)
                .get(READ, claim)
                .then()
                .body("state", equalTo("rejected"))
                .body("rejections[0].code", equalTo("76"))
                .body("rejections[0].remedy", equalTo("Bill within the limits, or ask to override."));
        assertThat(moved(claim)).isEmpty();
        assertThat(moved(second)).containsExactly(new BigDecimal("550.00"));
    }

    @Test
    void what_is_paid_is_reversed_and_cannot_be_reversed_again() {
        var claim = billed(pharmacy, memberWhom(""));
        untilAnswered(pharmacy, claim);

        as(pharmacy, Role.BILLER)
                .post("/v1/claims/{claim}/reversal", claim)
                .then()
                .statusCode(200)
                .body("state", equalTo("reversal-submitted"))
                .body("withdrawal.by.name", equalTo("tests"));
        until(pharmacy, claim, "state = 'REVERSED'");

        assertThat(moved(claim)).containsExactly(PAID, PAID.negate());
        as(pharmacy, Role.BILLER)
                .post("/v1/claims/{claim}/reversal", claim)
                .then()
                .statusCode(409)
                .body("code", equalTo("claim-state-forbids"));
        assertThat(moved(claim)).hasSize(2);
    }

    @Test
    void a_payer_that_keeps_what_it_paid_leaves_the_claim_paid_and_somebody_to_see_to_it() {
        var member = memberWhom("");
        willMeet(member, "pays", "keeps");
        var claim = billed(pharmacy, member);
        untilAnswered(pharmacy, claim);

        as(pharmacy, Role.BILLER)
                .post("/v1/claims/{claim}/reversal", claim)
                .then()
                .statusCode(200);
        until(pharmacy, claim, "state = 'PAID' and failure = 'REVERSAL_REFUSED'");

        assertThat(moved(claim)).containsExactly(PAID);
        as(pharmacy, Role.BILLER).get(READ, claim).then().body("rejections.code", contains("87"));
    }

    @Test
    void of_an_abandoned_claim_nothing_stays_paid() {
        var claim = unanswered(memberWhom(""));

        as(pharmacy, Role.BILLER)
                .post("/v1/claims/{claim}/abandonment", claim)
                .then()
                .statusCode(200);
        until(pharmacy, claim, "state = 'ABANDONED'");

        assertThat(asked(claim)).containsExactly("B1", "B2");
        assertThat(moved(claim)).containsExactly(PAID, PAID.negate());
    }

    @Test
    void a_payer_that_keeps_an_abandoned_claim_is_asked_again_what_it_came_to() {
        var member = memberWhom("");
        var claim = unanswered(member);
        willMeet(member, "keeps");

        as(pharmacy, Role.BILLER)
                .post("/v1/claims/{claim}/abandonment", claim)
                .then()
                .statusCode(200);
        untilAnswered(pharmacy, claim);

        assertThat(asked(claim)).containsExactly("B1", "B2", "B1");
        assertThat(moved(claim)).containsExactly(PAID);
    }

    /** What was asked, and the answer to which nobody wrote down, is asked again by whoever comes after. */
    @Test
    void a_platform_that_is_stopped_between_asking_and_writing_bills_once() {
        var claim = unanswered(memberWhom(""));

        stoppedAfterAsking(claim);
        inquire(claim);
        untilAnswered(pharmacy, claim);

        assertThat(asked(claim)).containsExactly("B1", "B1", "B1");
        assertThat(moved(claim)).containsExactly(PAID);
        assertThat(told(claim)).containsExactly("claim.submitted", "claim.needs-attention", "claim.paid");
    }

    /** The payer has answered, and the process ends before anything else. */
    private void stoppedAfterAsking(String claim) {
        var asked = new java.util.concurrent.CompletableFuture<Void>();
        var stopped = new PayerDesk(
                bean(Transactions.class),
                new Payer() {
                    @Override
                    public boolean isConnected() {
                        return true;
                    }

                    @Override
                    public Uni<PayerAnswer> ask(PayerQuestion question) {
                        return bean(Payer.class)
                                .ask(question)
                                .invoke(() -> asked.complete(null))
                                .chain(() -> Uni.createFrom().nothing());
                    }
                },
                bean(Clock.class));
        in(pharmacy, () -> stopped.ask(ClaimId.of(claim))).subscribe().with(never -> {});
        done(Uni.createFrom().completionStage(asked));
    }

    @Test
    void a_question_that_is_delivered_many_times_at_once_bills_once() {
        var claim = unanswered(memberWhom(""));

        done(Uni.join()
                .all(IntStream.range(0, 6)
                        .mapToObj(delivery ->
                                in(pharmacy, () -> bean(PayerDesk.class).ask(ClaimId.of(claim))))
                        .toList())
                .andFailFast());
        untilAnswered(pharmacy, claim);

        assertThat(moved(claim)).containsExactly(PAID);
        assertThat(told(claim)).containsExactly("claim.submitted", "claim.needs-attention", "claim.paid");
        until(pharmacy, claim, "failure is null");
    }

    @Test
    void of_many_who_bill_one_dispense_at_once_one_does() {
        var patient = patientOf(pharmacy, memberWhom(""));
        var dispense = UUID.randomUUID();

        var outcomes = done(Uni.join()
                .all(IntStream.range(0, 6)
                        .mapToObj(attempt -> bill(pharmacy, patient, dispense)
                                .map(Claim::id)
                                .map(UUID::toString)
                                .onFailure(Refusal.class)
                                .recoverWithItem(refusal -> refusal.code()))
                        .toList())
                .andFailFast());

        assertThat(outcomes).filteredOn("claim-under-way"::equals).hasSize(5);
        assertThat(Tables.of(pharmacy).rows("select 1 from pharmacy.claim where dispense_id = ?", dispense))
                .hasSize(1);
        var claim = outcomes.stream()
                .filter(outcome -> !outcome.equals("claim-under-way"))
                .findFirst()
                .orElseThrow();
        untilAnswered(pharmacy, claim);
        assertThat(moved(claim)).containsExactly(PAID);
    }

    @Test
    void of_a_patient_who_was_erased_nothing_more_is_sent_and_what_was_paid_can_be_taken_back() {
        var claim = unanswered(memberWhom(""));
        var patient = Tables.of(pharmacy)
                .row("select patient_id from pharmacy.claim where id = ?::uuid", claim)
                .get("patient_id");

        as(pharmacy, Role.PRIVACY_OFFICER)
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body("{\"reason\": \"patient-request\"}")
                .post("/v1/patients/{patient}/erasure", patient)
                .then()
                .statusCode(204);
        inquire(claim);
        until(pharmacy, claim, "failure = 'PATIENT_ERASED'");

        as(pharmacy, Role.BILLER)
                .get(READ, claim)
                .then()
                .statusCode(200)
                .body("attention", equalTo("patient-erased"))
                .body("card", nullValue())
                .body("prescriptionNumber", nullValue());
        as(pharmacy, Role.BILLER)
                .post("/v1/claims/{claim}/abandonment", claim)
                .then()
                .statusCode(200);
        until(pharmacy, claim, "state = 'ABANDONED'");
        assertThat(asked(claim)).containsExactly("B1", "B2");
        assertThat(moved(claim)).containsExactly(PAID, PAID.negate());
    }

    @Test
    void a_question_that_nobody_answered_for_too_long_is_asked_again_when_somebody_wants_to_know() {
        var claim = unanswered(memberWhom(""));
        assertThat(parked(claim)).isEqualTo(1);

        inquire(claim);
        untilAnswered(pharmacy, claim);

        assertThat(asked(claim)).containsExactly("B1", "B1");
        assertThat(moved(claim)).containsExactly(PAID);
        assertThat(parked(claim)).isZero();
        as(pharmacy, Role.BILLER)
                .post("/v1/claims/{claim}/inquiry", claim)
                .then()
                .statusCode(409)
                .body("code", equalTo("no-answer-awaited"));
    }

    /** The payer has paid and never said so, and the relay has given up. */
    private String unanswered(String member) {
        willMeet(member, "hangs");
        var claim = billed(pharmacy, member);
        until(
                pharmacy,
                claim,
                "exists (select 1 from pharmacy.outbox_event e where e.subject_id = claim.id"
                        + " and e.subject = 'payer-question' and e.attempts = 1)");
        Tables.of(pharmacy)
                .run(
                        "update pharmacy.outbox_event set state = 'parked' where subject = 'payer-question' and subject_id = ?::uuid",
                        claim);
        until(pharmacy, claim, "failure = 'NO_ANSWER'");
        return claim;
    }

    private int parked(String claim) {
        return Tables.of(pharmacy).rows("""
                        select 1 from pharmacy.outbox_event
                        where subject = 'payer-question' and subject_id = ?::uuid and state = 'parked'
                        """, claim).size();
    }

    private void inquire(String claim) {
        as(pharmacy, Role.BILLER)
                .post("/v1/claims/{claim}/inquiry", claim)
                .then()
                .statusCode(200);
    }

    /** In order, as those outside are told. */
    private List<String> told(String claim) {
        return Tables.of(pharmacy)
                .rows(
                        "select type from pharmacy.outbox_event where subject = 'claim' and subject_id = ?::uuid order by seq",
                        claim)
                .stream()
                .map(row -> row.get("type").toString())
                .toList();
    }
}
