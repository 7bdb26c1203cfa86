package dev.firstfill.claims;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/**
 * Where a claim stands, and the only place that knows what may follow what.
 *
 * <pre>
 *                  rejects
 *             ┌──────────────► REJECTED ─── give up ───► ABANDONED
 *             │
 *             │     pays                 withdraw                         reverses
 * ──► SUBMITTED ──────────► PAID ───────────────► REVERSAL_SUBMITTED ─────────────► REVERSED
 *      │      ▲               ▲                          │
 *      │      │               └──── keeps it paid ───────┘
 *      │      │
 *      │      └─── keeps it ──────┐
 *      │ abandon                  │        reverses
 *      ├──────────► ABANDONMENT_SUBMITTED ──────────► ABANDONED
 *      │ abandon, test claim                              ▲
 *      └──────────────────────────────────────────────────┘
 * </pre>
 *
 * An abandoned claim may have been paid for all the pharmacy knows, so its reversal is asked for; a payer that will not
 * reverse it holds it, and is asked again what it came to. A test claim was never going to be paid. A rejected one is
 * given up with its fill, so that nobody bills it anew.
 */
public enum ClaimState {
    /** The payer is asked until it answers. */
    @JsonProperty("submitted")
    SUBMITTED,
    @JsonProperty("paid")
    PAID,
    @JsonProperty("rejected")
    REJECTED,
    /** Paid, and the payer is asked to take it back. */
    @JsonProperty("reversal-submitted")
    REVERSAL_SUBMITTED,
    @JsonProperty("reversed")
    REVERSED,
    /** Nobody waits for an answer any more, and the payer is asked to take back whatever it may have paid. */
    @JsonProperty("abandonment-submitted")
    ABANDONMENT_SUBMITTED,
    @JsonProperty("abandoned")
    ABANDONED;

    /** What may happen to a claim. The first four are the payer's to say, the last four a colleague's. */
    enum Move {
        PAY,
        REJECT,
        REVERSE,
        KEEP,
        WITHDRAW,
        ABANDON,
        ABANDON_TEST,
        GIVE_UP
    }

    /** @throws ClaimRefusals.ClaimStateForbids when it may not follow */
    ClaimState after(Move move) {
        return switch (this) {
            case SUBMITTED ->
                switch (move) {
                    case PAY -> PAID;
                    case REJECT -> REJECTED;
                    case ABANDON -> ABANDONMENT_SUBMITTED;
                    case ABANDON_TEST -> ABANDONED;
                    case REVERSE, KEEP, WITHDRAW, GIVE_UP -> throw new ClaimRefusals.ClaimStateForbids(this, move);
                };
            case PAID ->
                switch (move) {
                    case WITHDRAW -> REVERSAL_SUBMITTED;
                    case PAY, REJECT, REVERSE, KEEP, ABANDON, ABANDON_TEST, GIVE_UP ->
                        throw new ClaimRefusals.ClaimStateForbids(this, move);
                };
            case REVERSAL_SUBMITTED ->
                switch (move) {
                    case REVERSE -> REVERSED;
                    case KEEP -> PAID;
                    case PAY, REJECT, WITHDRAW, ABANDON, ABANDON_TEST, GIVE_UP ->
                        throw new ClaimRefusals.ClaimStateForbids(this, move);
                };
            case ABANDONMENT_SUBMITTED ->
                switch (move) {
                    case REVERSE -> ABANDONED;
                    case KEEP -> SUBMITTED;
                    case PAY, REJECT, WITHDRAW, ABANDON, ABANDON_TEST, GIVE_UP ->
                        throw new ClaimRefusals.ClaimStateForbids(this, move);
                };
            case REJECTED ->
                switch (move) {
                    case GIVE_UP -> ABANDONED;
                    case PAY, REJECT, REVERSE, KEEP, WITHDRAW, ABANDON, ABANDON_TEST ->
                        throw new ClaimRefusals.ClaimStateForbids(this, move);
                };
            case REVERSED, ABANDONED -> throw new ClaimRefusals.ClaimStateForbids(this, move);
        };
    }

    /** Whether it stands in the way of another claim of the same dispense. */
    public boolean isLive() {
        return switch (this) {
            case SUBMITTED, PAID, REVERSAL_SUBMITTED, ABANDONMENT_SUBMITTED -> true;
            case REJECTED, REVERSED, ABANDONED -> false;
        };
    }

    /** Whether an answer of the payer's is awaited. */
    public boolean isAwaited() {
        return switch (this) {
            case SUBMITTED, REVERSAL_SUBMITTED, ABANDONMENT_SUBMITTED -> true;
            case PAID, REJECTED, REVERSED, ABANDONED -> false;
        };
    }

    String inWords() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
