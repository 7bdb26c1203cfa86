package dev.firstfill.authorisations;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the payer has said, and what it may say next.
 *
 * <pre>
 *   DENIED --- overturned on appeal ---&gt; APPROVED
 *      |                                    |
 *      +----------- taken back -------------+---&gt; WITHDRAWN
 * </pre>
 *
 * That an approved one has ended is said by its dates. A payer that denies what it approved takes it back first and is
 * entered anew, so that what was dispensed under the approval still has one to stand on.
 */
@Schema(description = "What the payer has said; an approved one ends with its last day.")
public enum AuthorisationState {
    @JsonProperty("approved")
    APPROVED,
    @JsonProperty("denied")
    DENIED,
    /** The payer has taken its word back, or it was entered by mistake. */
    @JsonProperty("withdrawn")
    WITHDRAWN;

    private static final Map<AuthorisationState, Set<AuthorisationState>> NEXT = Map.of(
            APPROVED, Set.of(APPROVED, WITHDRAWN),
            DENIED, Set.of(DENIED, APPROVED, WITHDRAWN),
            WITHDRAWN, Set.of());

    private static final Map<AuthorisationState, String> REMEDIES = Map.of(
            APPROVED, "Extend it, or withdraw it and enter what the payer says now.",
            DENIED, "Approve it after an appeal, or withdraw it.",
            WITHDRAWN, "Enter a new one.");

    /** @throws AuthorisationRefusals.MoveNotAllowed when the payer's word cannot become this one */
    AuthorisationState amendedTo(AuthorisationState next) {
        if (!NEXT.get(this).contains(next)) {
            throw new AuthorisationRefusals.MoveNotAllowed(this, next);
        }
        return next;
    }

    String remedy() {
        return REMEDIES.get(this);
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
