package dev.firstfill.cases;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The workflow as a table of words, written from the field's description of it and not from the code: what may be done in
 * which state, and where that leads. A state that interrupts another is written {@code ON_HOLD/PA_APPROVED}.
 */
final class LegalMoves {
    private static final Map<String, Map<String, String>> PLAIN = parsed("""
            NEW_REFERRAL_INTAKE: COMPLETE_INTAKE=BENEFITS_INVESTIGATION, MARK_DUPLICATE=DUPLICATE, REJECT=REJECTED
            BENEFITS_INVESTIGATION: VERIFY_PA_REQUIRED=BENEFITS_VERIFIED_PA_REQUIRED, VERIFY_NO_PA=BENEFITS_VERIFIED_NO_PA, FIND_NOT_COVERED=NOT_COVERED
            BENEFITS_VERIFIED_PA_REQUIRED: PREPARE_PA=PA_PREPARATION
            BENEFITS_VERIFIED_NO_PA: REVIEW_FUNDING=FINANCIAL_REVIEW, SCHEDULE_WELCOME_CALL=WELCOME_CALL_PENDING
            NOT_COVERED: REVIEW_FUNDING=FINANCIAL_REVIEW, PREPARE_PA=PA_PREPARATION
            PA_PREPARATION: SUBMIT_PA=PA_PENDING_PAYER
            PA_PENDING_PAYER: ASK_PA_INFORMATION=PA_INFO_REQUESTED, APPROVE_PA=PA_APPROVED, DENY_PA=PA_DENIED, EXPIRE_PA_REQUEST=PA_EXPIRED
            PA_INFO_REQUESTED: ANSWER_PA_INFORMATION=PA_PENDING_PAYER, EXPIRE_PA_REQUEST=PA_EXPIRED
            PA_DENIED: APPEAL=APPEAL_PENDING, REVIEW_FUNDING=FINANCIAL_REVIEW, PREPARE_PA=PA_PREPARATION
            APPEAL_PENDING: APPROVE_PA=PA_APPROVED, DENY_PA=PA_DENIED
            PA_EXPIRED: PREPARE_PA=PA_PREPARATION
            PA_APPROVED: REVIEW_FUNDING=FINANCIAL_REVIEW, SCHEDULE_WELCOME_CALL=WELCOME_CALL_PENDING
            FINANCIAL_REVIEW: SCHEDULE_WELCOME_CALL=WELCOME_CALL_PENDING
            WELCOME_CALL_PENDING: CLEAR=CLINICALLY_CLEARED, INTERVENE=CLINICAL_INTERVENTION
            CLINICAL_INTERVENTION: RESOLVE_INTERVENTION=WELCOME_CALL_PENDING
            CLINICALLY_CLEARED: QUEUE_DISPENSE=DISPENSE_QUEUED
            DISPENSE_QUEUED: START_DISPENSING=DISPENSING, UNDO_FILL=CLINICALLY_CLEARED, REJECT_CLAIM=BENEFITS_INVESTIGATION, REJECT_CLAIM_FOR_PA=PA_PREPARATION
            DISPENSING: COMPLETE_FILL=FILL_COMPLETE, REJECT_FILL=DISPENSE_QUEUED, UNDO_FILL=CLINICALLY_CLEARED, REJECT_CLAIM=BENEFITS_INVESTIGATION, REJECT_CLAIM_FOR_PA=PA_PREPARATION
            FILL_COMPLETE: SHIP=SHIPPED, UNDO_FILL=CLINICALLY_CLEARED, REJECT_CLAIM=BENEFITS_INVESTIGATION, REJECT_CLAIM_FOR_PA=PA_PREPARATION
            SHIPPED: DELIVER=ADHERENCE_FOLLOW_UP, REPORT_DELIVERY_EXCEPTION=DELIVERY_EXCEPTION, REPLACE=CLINICALLY_CLEARED
            DELIVERY_EXCEPTION: DELIVER=ADHERENCE_FOLLOW_UP, REPLACE=CLINICALLY_CLEARED
            ADHERENCE_FOLLOW_UP: REACH_REFILL_WINDOW=REFILL_DUE, QUEUE_DISPENSE=DISPENSE_QUEUED, REPLACE_RETURNED=CLINICALLY_CLEARED
            REFILL_DUE: QUEUE_DISPENSE=DISPENSE_QUEUED, REVERIFY=BENEFITS_INVESTIGATION
            DUPLICATE:
            REJECTED:
            TRANSFERRED:
            CANCELLED: RESTART=BENEFITS_INVESTIGATION
            DISCONTINUED: RESTART=BENEFITS_INVESTIGATION
            """);

    private static final String ENDS = " DUPLICATE REJECTED TRANSFERRED CANCELLED DISCONTINUED ";
    private static final String UNDER_WAY = " DISPENSING FILL_COMPLETE SHIPPED DELIVERY_EXCEPTION ";
    private static final String INFORMED =
            " NEW_REFERRAL_INTAKE BENEFITS_INVESTIGATION PA_PREPARATION PA_INFO_REQUESTED ";
    private static final String CONVERSING = " WELCOME_CALL_PENDING ADHERENCE_FOLLOW_UP REFILL_DUE ";

    private LegalMoves() {}

    private static Map<String, Map<String, String>> parsed(String table) {
        var parsed = new LinkedHashMap<String, Map<String, String>>();
        table.lines().forEach(line -> {
            var moves = new LinkedHashMap<String, String>();
            Arrays.stream(line.substring(line.indexOf(':') + 1).split(","))
                    .map(String::strip)
                    .filter(move -> !move.isEmpty())
                    .map(move -> move.split("="))
                    .forEach(move -> moves.put(move[0], move[1]));
            parsed.put(line.substring(0, line.indexOf(':')), moves);
        });
        return parsed;
    }

    static Optional<String> after(String state, String move) {
        var parts = state.split("/");
        return parts.length == 2 ? afterInterruption(parts[0], parts[1], move) : afterPlain(state, move);
    }

    private static Optional<String> afterPlain(String state, String move) {
        var own = PLAIN.get(state).get(move);
        if (own != null || ENDS.contains(" " + state + " ")) {
            return Optional.ofNullable(own);
        }
        return switch (move) {
            case "HOLD" -> when(!UNDER_WAY.contains(" " + state + " "), "ON_HOLD/" + state);
            case "REQUEST_INFORMATION" -> when(INFORMED.contains(" " + state + " "), "AWAITING_INFORMATION/" + state);
            case "LOSE_CONTACT" -> when(CONVERSING.contains(" " + state + " "), "PATIENT_UNREACHABLE/" + state);
            default -> anywhereOpen(move);
        };
    }

    private static Optional<String> afterInterruption(String interruption, String state, String move) {
        var over =
                switch (interruption) {
                    case "ON_HOLD" -> "RESUME";
                    case "AWAITING_INFORMATION" -> "RECEIVE_INFORMATION";
                    case "PATIENT_UNREACHABLE" -> "REACH_PATIENT";
                    default -> throw new IllegalArgumentException(interruption);
                };
        if (move.equals(over)) {
            return Optional.of(state);
        }
        if (interruption.equals("AWAITING_INFORMATION") && move.equals("MARK_DUPLICATE")) {
            return Optional.of("DUPLICATE");
        }
        if (interruption.equals("AWAITING_INFORMATION") && move.equals("REJECT")) {
            return Optional.of("REJECTED");
        }
        return anywhereOpen(move);
    }

    private static Optional<String> anywhereOpen(String move) {
        return switch (move) {
            case "CANCEL" -> Optional.of("CANCELLED");
            case "TRANSFER" -> Optional.of("TRANSFERRED");
            case "DISCONTINUE" -> Optional.of("DISCONTINUED");
            default -> Optional.empty();
        };
    }

    private static Optional<String> when(boolean legal, String to) {
        return legal ? Optional.of(to) : Optional.empty();
    }
}
