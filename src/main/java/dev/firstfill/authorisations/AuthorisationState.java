package dev.firstfill.authorisations;

import static dev.firstfill.authorisations.AuthorisationMove.AMEND;
import static dev.firstfill.authorisations.AuthorisationMove.ANSWER_INFORMATION;
import static dev.firstfill.authorisations.AuthorisationMove.ANSWER_INFORMATION_ON_APPEAL;
import static dev.firstfill.authorisations.AuthorisationMove.APPEAL;
import static dev.firstfill.authorisations.AuthorisationMove.APPROVE;
import static dev.firstfill.authorisations.AuthorisationMove.CLOSE_UNANSWERED;
import static dev.firstfill.authorisations.AuthorisationMove.DENY;
import static dev.firstfill.authorisations.AuthorisationMove.REQUEST_INFORMATION;
import static dev.firstfill.authorisations.AuthorisationMove.SUBMIT;
import static dev.firstfill.authorisations.AuthorisationMove.VOID;
import static dev.firstfill.authorisations.AuthorisationMove.WITHDRAW;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a prior authorisation stands, and the only place that knows what may follow what.
 *
 * <pre>
 *   prepare              request information
 * ─────────► PREPARED   ┌─────────────────────► INFORMATION_REQUESTED ──── approve, deny ───► APPROVED, DENIED
 *               │       │ ◄─────────────────────        │  ▲   │
 *               │submit │       answer                  │  │   └── close unanswered ──► CLOSED_UNANSWERED
 *               ▼       │                        answer │  │ request
 *            SUBMITTED ─┴─ close unanswered ──► …       ▼  │ information
 *               │                                    APPEALED ── approve ──► APPROVED
 *               │ approve                              ▲   │
 *   enter       ▼             approve           appeal │   │ deny
 * ─────────► APPROVED ◄───────────────────────────── DENIED ◄─┘  ◄── deny ── SUBMITTED, ◄── enter
 *               │
 *               └── void ──► VOIDED          withdraw: from wherever it is not over ──► WITHDRAWN
 * </pre>
 *
 * That an approved one has ended is said by its dates. A payer that denies what it approved takes it back first and is
 * entered anew, so that what was dispensed under the approval still has one to stand on. A denial is overturned without
 * an appeal when doctors have talked with each other (peer to peer).
 */
@Schema(description = "Where a prior authorisation stands; an approved one ends with its last day.")
public enum AuthorisationState {
    /** To be submitted to the payer. */
    @JsonProperty("prepared")
    PREPARED,
    /** The payer is to decide. */
    @JsonProperty("submitted")
    SUBMITTED,
    /** The payer decides when it knows more. */
    @JsonProperty("information-requested")
    INFORMATION_REQUESTED,
    @JsonProperty("approved")
    APPROVED,
    @JsonProperty("denied")
    DENIED,
    /** The denial is being looked at again. */
    @JsonProperty("appealed")
    APPEALED,
    /** The payer closed the request without a decision. */
    @JsonProperty("closed-unanswered")
    CLOSED_UNANSWERED,
    /** The payer or we have taken it back, or it was entered by mistake. */
    @JsonProperty("withdrawn")
    WITHDRAWN,
    /** The plan has changed since the payer approved. */
    @JsonProperty("voided")
    VOIDED;

    private static final Map<AuthorisationState, Map<AuthorisationMove, AuthorisationState>> NEXT = Map.of(
            PREPARED,
            Map.of(AMEND, PREPARED, SUBMIT, SUBMITTED, WITHDRAW, WITHDRAWN),
            SUBMITTED,
            Map.of(
                    REQUEST_INFORMATION, INFORMATION_REQUESTED,
                    APPROVE, APPROVED,
                    DENY, DENIED,
                    CLOSE_UNANSWERED, CLOSED_UNANSWERED,
                    WITHDRAW, WITHDRAWN),
            INFORMATION_REQUESTED,
            Map.of(
                    ANSWER_INFORMATION, SUBMITTED,
                    ANSWER_INFORMATION_ON_APPEAL, APPEALED,
                    APPROVE, APPROVED,
                    DENY, DENIED,
                    CLOSE_UNANSWERED, CLOSED_UNANSWERED,
                    WITHDRAW, WITHDRAWN),
            APPROVED,
            Map.of(AMEND, APPROVED, WITHDRAW, WITHDRAWN, VOID, VOIDED),
            DENIED,
            Map.of(AMEND, DENIED, APPROVE, APPROVED, APPEAL, APPEALED, WITHDRAW, WITHDRAWN),
            APPEALED,
            Map.of(
                    REQUEST_INFORMATION, INFORMATION_REQUESTED,
                    APPROVE, APPROVED,
                    DENY, DENIED,
                    WITHDRAW, WITHDRAWN),
            CLOSED_UNANSWERED,
            Map.of(WITHDRAW, WITHDRAWN),
            WITHDRAWN,
            Map.of(),
            VOIDED,
            Map.of());

    private static final Set<AuthorisationState> ENTERED = EnumSet.of(PREPARED, APPROVED, DENIED, WITHDRAWN);

    private static final Map<AuthorisationState, String> REMEDIES = Map.of(
            PREPARED, "Submit it to the payer.",
            SUBMITTED, "Wait for the payer, record what it says, or withdraw it.",
            INFORMATION_REQUESTED, "Answer the payer, record its decision, or withdraw it.",
            APPROVED, "Extend it, or withdraw it and enter what the payer says now.",
            DENIED, "Appeal, approve it when the payer was convinced otherwise, or withdraw it.",
            APPEALED, "Wait for the decision, or record it.",
            CLOSED_UNANSWERED, "Prepare a new one.",
            WITHDRAWN, "Enter a new one.",
            VOIDED, "Ask the payer that pays now.");

    /** @throws AuthorisationRefusals.MoveNotAllowed when it may not follow */
    AuthorisationState after(AuthorisationMove move) {
        var next = NEXT.get(this).get(move);
        if (next == null) {
            throw new AuthorisationRefusals.MoveNotAllowed(this, move);
        }
        return next;
    }

    /**
     * What has to happen for somebody to write down this state instead. What is under way is decided, not amended.
     *
     * @throws AuthorisationRefusals.MoveNotAllowed when it cannot be
     */
    AuthorisationMove amendedTo(AuthorisationState next) {
        if (next == this) {
            return AMEND;
        }
        if (next == WITHDRAWN) {
            return WITHDRAW;
        }
        if (this == DENIED && next == APPROVED) {
            return APPROVE;
        }
        throw new AuthorisationRefusals.MoveNotAllowed(this, next);
    }

    /** Whether a payer's word may be written down in this state without our having asked it here. */
    boolean mayBeEntered() {
        return ENTERED.contains(this);
    }

    /** What a payer must have done for its word to be this; empty when it has said nothing. */
    Optional<AuthorisationMove> saidBy() {
        return switch (this) {
            case APPROVED -> Optional.of(APPROVE);
            case DENIED -> Optional.of(DENY);
            case WITHDRAWN -> Optional.of(WITHDRAW);
            case PREPARED, SUBMITTED, INFORMATION_REQUESTED, APPEALED, CLOSED_UNANSWERED, VOIDED -> Optional.empty();
        };
    }

    /** Whether the payer is to say something. */
    public boolean isAwaited() {
        return this == SUBMITTED || this == APPEALED;
    }

    /** Whether it may still come to a decision without being prepared anew. */
    public boolean isUnderWay() {
        return this == PREPARED || this == INFORMATION_REQUESTED || isAwaited();
    }

    String remedy() {
        return REMEDIES.get(this);
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
