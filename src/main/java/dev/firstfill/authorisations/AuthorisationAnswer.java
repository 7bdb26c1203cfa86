package dev.firstfill.authorisations;

import org.jspecify.annotations.Nullable;

/** What a payer says to a request, to an answer of ours or to an appeal. */
public sealed interface AuthorisationAnswer {

    /** The payer's reference of the request. */
    @Nullable
    String reference();

    /** @throws NoAnswer when nobody could have answered this to the question */
    default void mustFit(AuthorisationQuestion question) {}

    /** It has heard, and will decide later. */
    record Pended(@Nullable String reference) implements AuthorisationAnswer {}

    /** It decides when it knows more. */
    record InformationWanted(@Nullable String reference, InformationRequest request) implements AuthorisationAnswer {}

    /** It has decided. */
    record Decided(@Nullable String reference, PayerDecision decision) implements AuthorisationAnswer {

        /** An appeal is decided one way or the other, and what holds holds for a time. */
        @Override
        public void mustFit(AuthorisationQuestion question) {
            boolean fits =
                    switch (decision) {
                        case PayerDecision.Approved yes ->
                            !yes.validUntil().isBefore(yes.validFrom())
                                    && (yes.quantity() == null || yes.quantity().signum() > 0);
                        case PayerDecision.Denied no ->
                            no.appealUntil() == null || !no.appealUntil().isBefore(no.noticedOn());
                        case PayerDecision.Closed closed -> question.level() == null;
                    };
            if (!fits) {
                throw new NoAnswer(AuthorisationTrouble.ANSWER_DOES_NOT_FIT);
            }
        }
    }
}
