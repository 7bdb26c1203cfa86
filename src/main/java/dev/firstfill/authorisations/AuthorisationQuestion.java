package dev.firstfill.authorisations;

import dev.firstfill.claims.PayerQuestion;
import dev.firstfill.identifiers.Ndc;
import dev.firstfill.kernel.Event;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a payer is asked electronically. Until it has decided, the same is asked again and again.
 *
 * @param id under which the payer knows it
 * @param round which of our messages it is to answer: 0 is the request, each answer and each appeal is one more
 * @param level appealed to; null for a request
 * @param information what we answered last, on a request or an appeal; null when nothing was asked
 * @param grounds of the appeal
 * @param askedAt now, by the pharmacy's clock
 */
public record AuthorisationQuestion(
        AuthorisationId id,
        int round,
        @Nullable AppealLevel level,
        AuthorisationRequest request,
        AuthorisationCard card,
        Ndc drug,
        @Nullable String information,
        @Nullable String grounds,
        Instant submittedAt,
        Instant askedAt) {
    /** The type of the events that are such questions; their subject is that of all questions to payers. */
    public static final String TYPE = "payer-question.of-prior-authorisation";

    /** Asks whatever is to be asked when it is delivered; of several, those that find nothing to ask do nothing. */
    static Event toAsk(UUID authorisation, int version) {
        return new Event(TYPE, PayerQuestion.SUBJECT, authorisation, version);
    }

    static AuthorisationQuestion of(
            AuthorisationRow row,
            AuthorisationRecord record,
            AuthorisationRequest request,
            AuthorisationCard card,
            Ndc drug,
            Instant now) {
        var progress = row.progress();
        return new AuthorisationQuestion(
                new AuthorisationId(row.id()),
                progress.round(),
                progress.level(),
                request,
                card,
                drug,
                record.lastText(AuthorisationMove.ANSWER_INFORMATION, AuthorisationMove.ANSWER_INFORMATION_ON_APPEAL),
                record.lastText(AuthorisationMove.APPEAL),
                progress.submittedAt() == null ? now : progress.submittedAt(),
                now);
    }

    @Override
    public String toString() {
        return "AuthorisationQuestion[%s, %d]".formatted(id, round);
    }
}
