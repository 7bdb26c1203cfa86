package dev.firstfill.api.authorisations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.authorisations.AppealLevel;
import dev.firstfill.authorisations.AuthorisationAnswer;
import dev.firstfill.authorisations.AuthorisationCard;
import dev.firstfill.authorisations.AuthorisationChannel;
import dev.firstfill.authorisations.AuthorisationId;
import dev.firstfill.authorisations.AuthorisationQuestion;
import dev.firstfill.authorisations.AuthorisationRequest;
import dev.firstfill.authorisations.DenialReason;
import dev.firstfill.authorisations.InformationRequest;
import dev.firstfill.authorisations.PayerDecision;
import dev.firstfill.authorisations.Urgency;
import dev.firstfill.benefits.PayerKind;
import dev.firstfill.claims.ClaimTrouble;
import dev.firstfill.claims.PayerFailed;
import dev.firstfill.identifiers.Bin;
import dev.firstfill.identifiers.Icd10Code;
import dev.firstfill.identifiers.MemberId;
import dev.firstfill.identifiers.Ndc;
import dev.firstfill.identifiers.Npi;
import dev.firstfill.patients.Coverage;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent to a payer, and which of its words are an answer. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AuthorisationMessagesTest {
    private static final String ID = "01990000-0000-7000-8000-0000000000aa";

    @Test
    void a_request_is_sent_with_what_a_decision_needs_and_no_more() {
        assertThat(new String(AuthorisationMessages.written(question(null, 0)), StandardCharsets.UTF_8))
                .isEqualTo("""
                {"transactionCode":"PARequest","reference":"%s","round":0,"binNumber":"610502",\
                "cardholderId":"W123456789","benefit":"PHARMACY","productId":"00074055402","quantity":"26",\
                "daysSupply":365,"prescriberId":"1234567893","diagnosisCodes":["M05.79"],"urgency":"standard",\
                "justification":"Methotrexate failed.","submittedAt":"2026-03-02T15:04:05Z",\
                "askedAt":"2026-03-02T15:04:06Z"}""".formatted(ID));
    }

    @Test
    void an_appeal_says_before_whom_and_why() {
        assertThat(new String(AuthorisationMessages.written(question(AppealLevel.INTERNAL, 1)), StandardCharsets.UTF_8))
                .contains("\"transactionCode\":\"PAAppeal\"")
                .contains("\"round\":1,\"appealLevel\":\"internal\"")
                .contains("\"grounds\":\"Both preferred drugs failed.\"");
    }

    @Test
    void each_kind_of_answer_is_understood() {
        assertThat(read("\"responseStatus\":\"pended\",\"caseId\":\"EPA1\""))
                .isEqualTo(new AuthorisationAnswer.Pended("EPA1"));
        assertThat(
                        read(
                                "\"responseStatus\":\"information-requested\",\"message\":\"CRP?\",\"answerUntil\":\"2026-03-16\""))
                .isEqualTo(new AuthorisationAnswer.InformationWanted(
                        null, new InformationRequest("CRP?", LocalDate.of(2026, 3, 16))));
        assertThat(read("""
                "responseStatus":"approved","authorizationNumber":"PA1","validFrom":"2026-03-02",
                "validUntil":"2027-03-01","quantity":"26.000","message":"OK"
                """))
                .isEqualTo(decided(new PayerDecision.Approved(
                        "PA1", LocalDate.of(2026, 3, 2), LocalDate.of(2027, 3, 1), new BigDecimal("26"), "OK")));
        assertThat(
                        read(
                                "\"responseStatus\":\"denied\",\"denialReason\":\"step-therapy\",\"noticeDate\":\"2026-03-02\""))
                .isEqualTo(decided(
                        new PayerDecision.Denied(DenialReason.STEP_THERAPY, LocalDate.of(2026, 3, 2), null, null)));
        assertThat(read("\"responseStatus\":\"denied\",\"denialReason\":\"moon-phase\",\"noticeDate\":\"2026-03-02\""))
                .isEqualTo(decided(new PayerDecision.Denied(DenialReason.OTHER, LocalDate.of(2026, 3, 2), null, null)));
        assertThat(read("\"responseStatus\":\"closed\"")).isEqualTo(decided(new PayerDecision.Closed(null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"responseStatus\":\"maybe\"",
                "\"responseStatus\":null",
                "\"responseStatus\":1",
                "\"responseStatus\":\"approved\"",
                "\"responseStatus\":\"approved\",\"validFrom\":\"2026-03-02\",\"validUntil\":\"2026-02-30\"",
                "\"responseStatus\":\"approved\",\"validFrom\":\"2026-03-02\",\"validUntil\":\"9999-12-31\"",
                "\"responseStatus\":\"approved\",\"validFrom\":\"2026-03-02\",\"validUntil\":\"2026-03-02\",\"quantity\":\"-1\"",
                "\"responseStatus\":\"approved\",\"validFrom\":\"2026-03-02\",\"validUntil\":\"2026-03-02\",\"quantity\":26",
                "\"responseStatus\":\"denied\",\"denialReason\":\"other\"",
                "\"responseStatus\":\"denied\",\"noticeDate\":\"2026-03-02\"",
                "\"responseStatus\":\"information-requested\"",
                "\"responseStatus\":\"pended\",\"caseId\":\"two\\nlines\"",
                "\"responseStatus\":\"pended\"},{"
            })
    void what_nobody_can_read_is_no_answer(String fields) {
        assertThatThrownBy(() -> read(fields))
                .isInstanceOfSatisfying(PayerFailed.class, failed -> assertThat(failed.trouble())
                        .isEqualTo(ClaimTrouble.ANSWER_UNREADABLE));
    }

    @Test
    void an_answer_to_another_question_is_none_to_this() {
        var answers = List.of(
                answer("PAAppeal", ID, 0, "\"responseStatus\":\"pended\""),
                answer("PARequest", ID, 1, "\"responseStatus\":\"pended\""),
                answer("PARequest", UUID.randomUUID().toString(), 0, "\"responseStatus\":\"pended\""));

        for (var answer : answers) {
            assertThatThrownBy(() -> AuthorisationMessages.read(answer, question(null, 0)))
                    .isInstanceOfSatisfying(PayerFailed.class, failed -> assertThat(failed.trouble())
                            .isEqualTo(ClaimTrouble.ANSWER_DOES_NOT_FIT));
        }
    }

    private static AuthorisationAnswer read(String fields) {
        return AuthorisationMessages.read(answer("PARequest", ID, 0, fields), question(null, 0));
    }

    private static byte[] answer(String code, String reference, int round, String fields) {
        return "{\"transactionCode\":\"%s\",\"reference\":\"%s\",\"round\":%d,%s}"
                .formatted(code, reference, round, fields)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static AuthorisationAnswer decided(PayerDecision decision) {
        return new AuthorisationAnswer.Decided(null, decision);
    }

    private static AuthorisationQuestion question(@Nullable AppealLevel level, int round) {
        return new AuthorisationQuestion(
                new AuthorisationId(UUID.fromString(ID)),
                round,
                level,
                new AuthorisationRequest(
                        PayerKind.COMMERCIAL,
                        Coverage.Benefit.PHARMACY,
                        AuthorisationChannel.EPA,
                        Urgency.STANDARD,
                        Npi.parse("1234567893"),
                        List.of(Icd10Code.parse("M05.79")),
                        new BigDecimal("26"),
                        365,
                        "Methotrexate failed."),
                new AuthorisationCard(new MemberId("W123456789"), new Bin("610502"), null, null, null),
                Ndc.parse("00074-0554-02"),
                null,
                level == null ? null : "Both preferred drugs failed.",
                Instant.parse("2026-03-02T15:04:05Z"),
                Instant.parse("2026-03-02T15:04:06Z"));
    }
}
