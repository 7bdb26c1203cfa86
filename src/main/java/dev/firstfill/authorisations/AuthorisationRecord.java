package dev.firstfill.authorisations;

import dev.firstfill.kernel.Lists;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a prior authorisation is sealed.
 *
 * @param number the payer's number of its leave
 * @param note in somebody's words
 * @param reference the payer's of the request
 * @param request what it was asked for; null when its word was entered without
 * @param card shown to it; null when it was not asked electronically
 * @param steps what happened, in order
 */
public record AuthorisationRecord(
        String payer,
        @Nullable String number,
        @Nullable String note,
        @Nullable String reference,
        @Nullable AuthorisationRequest request,
        @Nullable AuthorisationCard card,
        List<AuthorisationStep> steps) {

    public AuthorisationRecord {
        steps = Lists.kept(steps);
    }

    static AuthorisationRecord entered(AuthorisationDetails details) {
        return new AuthorisationRecord(
                details.payer(), details.number(), details.note(), null, details.request(), null, List.of());
    }

    AuthorisationRecord amended(AuthorisationDetails details) {
        return new AuthorisationRecord(
                details.payer(),
                details.number(),
                details.note(),
                reference,
                details.request() == null ? request : details.request(),
                card,
                steps);
    }

    AuthorisationRecord after(AuthorisationStep step) {
        var all = new ArrayList<>(steps);
        all.add(step);
        return new AuthorisationRecord(payer, number, note, reference, request, card, all);
    }

    AuthorisationRecord showing(@Nullable AuthorisationCard shown) {
        return new AuthorisationRecord(payer, number, note, reference, request, shown, steps);
    }

    AuthorisationRecord known(@Nullable String payersReference) {
        return payersReference == null
                ? this
                : new AuthorisationRecord(payer, number, note, payersReference, request, card, steps);
    }

    AuthorisationRecord numbered(@Nullable String payersNumber) {
        return payersNumber == null
                ? this
                : new AuthorisationRecord(payer, payersNumber, note, reference, request, card, steps);
    }

    /** The last text of this kind of step; null when there is none. */
    @Nullable
    String lastText(AuthorisationMove... moves) {
        return steps.reversed().stream()
                .filter(step -> List.of(moves).contains(step.move()))
                .findFirst()
                .map(AuthorisationStep::text)
                .orElse(null);
    }

    @Override
    public String toString() {
        return "AuthorisationRecord[hidden]";
    }
}
