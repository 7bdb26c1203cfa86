package dev.firstfill.api.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.claims.BilledSupply;
import dev.firstfill.claims.Claim;
import dev.firstfill.claims.ClaimKind;
import dev.firstfill.claims.ClaimRecord;
import dev.firstfill.claims.ClaimState;
import dev.firstfill.claims.ClaimTrouble;
import dev.firstfill.claims.DispensingStatus;
import dev.firstfill.claims.PayerAnswer;
import dev.firstfill.claims.PayerFailed;
import dev.firstfill.claims.PayerQuestion;
import dev.firstfill.claims.RejectCode;
import dev.firstfill.identifiers.Bin;
import dev.firstfill.identifiers.Icd10Code;
import dev.firstfill.identifiers.MemberId;
import dev.firstfill.identifiers.Ndc;
import dev.firstfill.identifiers.Npi;
import dev.firstfill.identifiers.Pcn;
import dev.firstfill.identifiers.RxGroup;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.local.payer.Conduct;
import dev.firstfill.local.payer.PayerSimulator;
import dev.firstfill.patients.Coverage;
import dev.firstfill.patients.PatientId;
import io.vertx.core.Vertx;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What of a payer's behaviour is an answer, and what is none. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HttpPayerTest {
    private static final String MEMBER = "W123456789";
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);

    private static Vertx vertx;
    private static PayerSimulator simulator;
    private static PayerLine line;
    private static HttpPayer payer;

    private final UUID claim = UUID.randomUUID();

    @BeforeAll
    static void open() {
        vertx = Vertx.vertx();
        simulator = PayerSimulator.listeningOn(0);
        line = new PayerLine(vertx, simulator.url(), Optional.empty(), ANSWER_WITHIN);
        payer = new HttpPayer(line);
    }

    @AfterAll
    static void close() {
        line.close();
        simulator.close();
        vertx.close();
    }

    @Test
    void a_claim_is_sent_with_what_adjudication_needs_and_no_more() {
        ask(PayerQuestion.Kind.BILLING);

        assertThat(lastQuestion()).isEqualTo("""
                {"transactionCode":"B1","reference":"%s","binNumber":"610502","processorControlNumber":"MEDDAET",\
                "groupId":"RX1234","cardholderId":"W123456789","personCode":"001","dateOfService":"2026-03-02",\
                "prescriptionReferenceNumber":"RX1001","fillNumber":2,"productId":"00074055402","benefit":"PHARMACY",\
                "quantityDispensed":"1","daysSupply":14,"dispensingStatus":"P","quantityIntendedToBeDispensed":"2",\
                "daysSupplyIntendedToBeDispensed":28,"dispenseAsWrittenCode":"1","prescriberId":"1234567893",\
                "diagnosisCodes":["M05.79"],"grossAmountDue":"642.00"}""".formatted(claim));
    }

    @Test
    void a_reversal_names_the_claim_and_nothing_that_was_in_it() {
        ask(PayerQuestion.Kind.REVERSAL);

        assertThat(lastQuestion()).isEqualTo("""
                {"transactionCode":"B2","reference":"%s","binNumber":"610502","processorControlNumber":"MEDDAET",\
                "groupId":"RX1234","cardholderId":"W123456789","personCode":"001","dateOfService":"2026-03-02",\
                "prescriptionReferenceNumber":"RX1001","fillNumber":2,"productId":"00074055402",\
                "benefit":"PHARMACY"}""".formatted(claim));
    }

    @Test
    void asked_again_under_the_same_reference_it_says_the_same_and_moves_nothing() {
        var first = ask(PayerQuestion.Kind.BILLING);
        var second = ask(PayerQuestion.Kind.BILLING);

        assertThat(first).isInstanceOfSatisfying(PayerAnswer.Paid.class, paid -> {
            assertThat(paid.paid()).isEqualTo("592.00");
            assertThat(paid.patientPay()).isEqualTo("50.00");
            assertThat(paid.message()).isEqualTo("PAID BY PLAN");
        });
        assertThat(second).isEqualTo(first);
        assertThat(simulator.movementsOf(claim.toString())).hasSize(1);
    }

    @Test
    void what_was_rejected_stays_rejected_under_its_reference() {
        simulator.willMeet(MEMBER, Conduct.REJECTS_75);

        var first = ask(PayerQuestion.Kind.BILLING);
        var second = ask(PayerQuestion.Kind.BILLING);

        assertThat(first).isEqualTo(new PayerAnswer.Rejected(List.of(new RejectCode("75")), "REJECTED BY PLAN"));
        assertThat(second).isEqualTo(first);
        assertThat(simulator.movementsOf(claim.toString())).isEmpty();
    }

    @Test
    void a_code_that_nobody_knows_is_kept_as_the_payer_said_it() {
        simulator.willMeet(MEMBER, Conduct.REJECTS_X7);

        assertThat(ask(PayerQuestion.Kind.BILLING)).isInstanceOfSatisfying(PayerAnswer.Rejected.class, rejected -> {
            assertThat(rejected.codes()).containsExactly(new RejectCode("X7"));
            assertThat(rejected.codes().getFirst().known()).isEmpty();
        });
    }

    @Test
    void a_test_claim_moves_nothing() {
        assertThat(ask(PayerQuestion.Kind.TEST)).isInstanceOf(PayerAnswer.Paid.class);

        assertThat(simulator.movementsOf(claim.toString())).isEmpty();
    }

    @Test
    void what_was_never_held_and_what_was_taken_back_before_are_both_reversed() {
        assertThat(ask(PayerQuestion.Kind.REVERSAL)).isEqualTo(new PayerAnswer.Reversed());

        ask(PayerQuestion.Kind.BILLING);

        assertThat(ask(PayerQuestion.Kind.REVERSAL)).isEqualTo(new PayerAnswer.Reversed());
        assertThat(ask(PayerQuestion.Kind.REVERSAL)).isEqualTo(new PayerAnswer.Reversed());
        assertThat(simulator.movementsOf(claim.toString())).hasSize(2);
    }

    @Test
    void a_payer_may_keep_what_it_paid() {
        ask(PayerQuestion.Kind.BILLING);
        simulator.willMeet(MEMBER, Conduct.KEEPS);

        assertThat(ask(PayerQuestion.Kind.REVERSAL))
                .isEqualTo(new PayerAnswer.Kept(List.of(new RejectCode("87")), "CALL HELP DESK"));
    }

    @ParameterizedTest
    @CsvSource({
        "HANGS, NO_ANSWER",
        "DRIPS, NO_ANSWER",
        "HANGS_UP, NO_ANSWER",
        "LOSES, NO_ANSWER",
        "BREAKS_OFF, NO_ANSWER",
        "FAILS, PAYER_FAILED",
        "REDIRECTS, PAYER_FAILED",
        "BABBLES, ANSWER_UNREADABLE",
        "CUTS_SHORT, ANSWER_UNREADABLE",
        "ANSWERS_TWICE, ANSWER_UNREADABLE",
        "FLOODS, ANSWER_UNREADABLE",
        "MIXES_UP, ANSWER_DOES_NOT_FIT",
        "OVERSTATES, ANSWER_DOES_NOT_FIT",
        "UNDERSTATES, ANSWER_DOES_NOT_FIT"
    })
    void whatever_else_it_does_is_no_answer_and_the_next_time_it_may_be_one(Conduct conduct, ClaimTrouble trouble) {
        simulator.willMeet(MEMBER, conduct);

        assertThatThrownBy(() -> ask(PayerQuestion.Kind.BILLING))
                .isInstanceOfSatisfying(PayerFailed.class, failed -> assertThat(failed.trouble())
                        .isEqualTo(trouble));

        assertThat(ask(PayerQuestion.Kind.BILLING)).isInstanceOf(PayerAnswer.Paid.class);
        assertThat(simulator.movementsOf(claim.toString())).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Conduct.class,
            names = {"PAYS", "PAYS_AS_DUPLICATE", "DAWDLES"})
    void however_it_says_that_it_pays_it_is_an_answer(Conduct conduct) {
        simulator.willMeet(MEMBER, conduct);

        assertThat(ask(PayerQuestion.Kind.BILLING)).isInstanceOf(PayerAnswer.Paid.class);
    }

    @Test
    void a_payer_that_is_not_there_gives_no_answer() {
        var nowhere = new PayerLine(vertx, URI.create("http://127.0.0.1:1/claims"), Optional.empty(), ANSWER_WITHIN);
        var nobody = new HttpPayer(nowhere);

        assertThatThrownBy(() ->
                        nobody.ask(question(PayerQuestion.Kind.BILLING)).await().atMost(Duration.ofSeconds(20)))
                .isInstanceOfSatisfying(PayerFailed.class, failed -> assertThat(failed.trouble())
                        .isEqualTo(ClaimTrouble.NO_ANSWER));
        nowhere.close();
    }

    private PayerAnswer ask(PayerQuestion.Kind kind) {
        var question = question(kind);
        return payer.ask(question)
                .invoke(answer -> answer.mustFit(question))
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    private static String lastQuestion() {
        return simulator.questionsOf(MEMBER).getLast().toString();
    }

    private PayerQuestion question(PayerQuestion.Kind kind) {
        var card = new ClaimRecord(
                "Aetna",
                new MemberId(MEMBER),
                new Bin("610502"),
                new Pcn("MEDDAET"),
                new RxGroup("RX1234"),
                "001",
                List.of(new Icd10Code("M05.79")),
                "RX1001",
                null,
                null);
        return new PayerQuestion(
                kind,
                new Claim(
                        claim,
                        1,
                        ClaimKind.BILLING,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        2,
                        new PatientId(UUID.randomUUID()),
                        Ndc.parse("00074-0554-02"),
                        Npi.parse("1234567893"),
                        Coverage.Benefit.PHARMACY,
                        LocalDate.of(2026, 3, 2),
                        new BilledSupply(new BigDecimal("1"), 14, DispensingStatus.PARTIAL, new BigDecimal("2"), 28),
                        1,
                        new BigDecimal("642.00"),
                        ClaimState.SUBMITTED,
                        List.of(),
                        null,
                        null,
                        null,
                        card,
                        new Colleague("biller-id", "omar.northgate"),
                        Instant.parse("2026-03-02T15:04:05Z"),
                        null,
                        null));
    }
}
