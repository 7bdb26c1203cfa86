package dev.firstfill.authorisations;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far the payer has been asked.
 *
 * @param submittedAt when the payer was asked first
 * @param decisionDueAt by when it has to decide the request or the appeal; null when nobody knows, or it has
 * @param denialReason the last one
 * @param noticedOn the date of the last denial's notice
 * @param level of the last appeal
 * @param actUntil the last day for us to answer the payer, or to appeal; null when nobody knows, or nobody need
 * @param round counts what the payer was told: the request is 0, each answer and each appeal one more
 * @param roundAt when that was
 * @param trouble why somebody should look after it; null when nobody need
 */
@Embeddable
public record AuthorisationProgress(
        @Column(name = "submitted_at") @Nullable Instant submittedAt,
        @Column(name = "decision_due_at") @Nullable Instant decisionDueAt,

        @Enumerated(EnumType.STRING) @Column(name = "denial_reason") @Nullable
        DenialReason denialReason,

        @Column(name = "noticed_on") @Nullable LocalDate noticedOn,

        @Enumerated(EnumType.STRING) @Column(name = "appeal_level") @Nullable
        AppealLevel level,

        @Column(name = "act_until") @Nullable LocalDate actUntil,
        @Column(name = "round") int round,
        @Column(name = "round_at") @Nullable Instant roundAt,

        @Enumerated(EnumType.STRING) @Column(name = "failure") @Nullable
        AuthorisationTrouble trouble) {

    static final AuthorisationProgress NONE =
            new AuthorisationProgress(null, null, null, null, null, null, 0, null, null);

    AuthorisationProgress submitted(Instant at, @Nullable Instant due) {
        return new AuthorisationProgress(at, due, null, null, null, null, 0, at, null);
    }

    AuthorisationProgress informationRequested(@Nullable LocalDate answerUntil) {
        return new AuthorisationProgress(
                submittedAt, decisionDueAt, denialReason, noticedOn, level, answerUntil, round, roundAt, null);
    }

    AuthorisationProgress informationAnswered(Instant at) {
        return new AuthorisationProgress(
                submittedAt, decisionDueAt, denialReason, noticedOn, level, null, round + 1, at, null);
    }

    AuthorisationProgress appealed(AppealLevel to, Instant at, @Nullable Instant due) {
        return new AuthorisationProgress(submittedAt, due, denialReason, noticedOn, to, null, round + 1, at, null);
    }

    AuthorisationProgress denied(PayerDecision.Denied denial, @Nullable LocalDate appealUntil) {
        return new AuthorisationProgress(
                submittedAt, null, denial.reason(), denial.noticedOn(), level, appealUntil, round, roundAt, null);
    }

    /** Approved, closed, taken back: nobody waits for anybody. */
    AuthorisationProgress over() {
        return new AuthorisationProgress(submittedAt, null, denialReason, noticedOn, level, null, round, roundAt, null);
    }

    AuthorisationProgress inTrouble(@Nullable AuthorisationTrouble what) {
        return new AuthorisationProgress(
                submittedAt, decisionDueAt, denialReason, noticedOn, level, actUntil, round, roundAt, what);
    }
}
