package dev.firstfill.dispensing;

import dev.firstfill.authorisations.AuthorisationState;
import dev.firstfill.claims.Claim;
import dev.firstfill.claims.ClaimState;
import dev.firstfill.claims.RejectCode;
import dev.firstfill.dispensing.ClosedGate.Finding;
import dev.firstfill.inventory.Ownership;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** The gates of who pays. */
final class PaymentGates {
    private static final String ASK = "Ask the payer, and record its prior authorisation.";

    private PaymentGates() {}

    /**
     * An authorisation is needed when the payer has said so with reject code 75, or when one was ever on file for this
     * patient and drug: a payer that demanded it once demands it again.
     */
    static Optional<Finding> priorAuthorisation(GateFacts facts) {
        var onFile = facts.authorisations().stream()
                .filter(use -> use.authorisation().state() != AuthorisationState.WITHDRAWN)
                .toList();
        if (onFile.isEmpty()) {
            return facts.claim()
                    .filter(PaymentGates::demandsAuthorisation)
                    .map(demanded -> new Finding("The payer demands a prior authorisation, and none is on file.", ASK));
        }
        var inForce = onFile.stream()
                .filter(use -> use.authorisation().holdsOn(facts.today()))
                .toList();
        if (inForce.isEmpty()) {
            return Optional.of(new Finding("No prior authorisation holds today.", ASK));
        }
        return inForce.stream().anyMatch(use -> covers(use, facts.dispense().quantity()))
                ? Optional.empty()
                : Optional.of(new Finding(
                        "The prior authorisation does not cover this quantity any more.",
                        "Ask the payer for more, or dispense less."));
    }

    private static boolean demandsAuthorisation(Claim claim) {
        return claim.state() == ClaimState.REJECTED
                && claim.rejectCodes().stream().anyMatch(code -> code.known()
                        .filter(known -> known == RejectCode.Known.PRIOR_AUTHORISATION_REQUIRED)
                        .isPresent());
    }

    private static boolean covers(AuthorisationUse use, BigDecimal quantity) {
        var granted = use.authorisation().quantity();
        return granted == null || use.used().add(quantity).compareTo(granted) <= 0;
    }

    /** Free goods and bridge supply can never be billed, whoever would pay. */
    static Optional<Finding> claimSettled(GateFacts facts) {
        var dispense = facts.dispense();
        var exemption = dispense.record().exemption();
        boolean given = holdsGivenStock(dispense);
        boolean billed = facts.claim().filter(claim -> claim.state().isLive()).isPresent();
        if (given && (exemption == null || billed)) {
            return Optional.of(new Finding(
                    "The stock was given for free and must not be billed.",
                    "Reverse the claim and document why none is needed, or fill from other stock."));
        }
        if (exemption != null && billed) {
            return Optional.of(new Finding(
                    "By the record nobody is to be billed, and a claim of the fill is not over.",
                    "Reverse the claim, and wait for the payer's answer."));
        }
        if (exemption != null || dispense.billedQuantity().signum() == 0) {
            return Optional.empty();
        }
        if (facts.claim().isEmpty()) {
            return Optional.of(new Finding(
                    "No claim was submitted for the fill.", "Submit the claim, or document why none is needed."));
        }
        var claim = facts.claim().get();
        return claim.state() == ClaimState.PAID ? Optional.empty() : Optional.of(unpaid(claim));
    }

    /** Which can never be billed, whatever the record says. */
    static boolean holdsGivenStock(Dispense dispense) {
        return dispense.lots().stream()
                .map(DispenseLot::ownership)
                .anyMatch(owner -> owner == Ownership.FREE_GOODS || owner == Ownership.BRIDGE);
    }

    private static Finding unpaid(Claim claim) {
        if (claim.state() == ClaimState.REJECTED) {
            var remedies = claim.rejectCodes().stream()
                    .flatMap(code -> code.known().stream())
                    .map(RejectCode.Known::remedy)
                    .toList();
            return new Finding(
                    "The payer rejected the claim: %s."
                            .formatted(String.join(
                                    ", ",
                                    claim.rejectCodes().stream()
                                            .map(RejectCode::toString)
                                            .toList())),
                    remedies.isEmpty()
                            ? "Resolve it with the payer, and submit the claim again."
                            : String.join(" ", remedies));
        }
        return new Finding(
                "The claim is %s."
                        .formatted(claim.state().name().toLowerCase(Locale.ROOT).replace('_', ' ')),
                claim.state().isAwaited()
                        ? "Wait for the payer's answer."
                        : "Submit the claim again, or document why none is needed.");
    }

    static Optional<Finding> copaySettled(GateFacts facts) {
        var share = facts.claim()
                .filter(claim -> claim.state() == ClaimState.PAID)
                .map(Claim::patientPay)
                .orElse(BigDecimal.ZERO);
        if (share.signum() == 0) {
            return Optional.empty();
        }
        var copay = facts.dispense().record().copay();
        if (copay == null) {
            return Optional.of(new Finding(
                    "The patient's share of $%s is open.".formatted(share.toPlainString()),
                    "Collect it, cover it or waive it, and record which."));
        }
        return copay.amount().dollars().compareTo(share) < 0
                ? Optional.of(new Finding(
                        "Of the patient's share of $%s, $%s is settled."
                                .formatted(share.toPlainString(), copay.amount().amount()),
                        "Settle the rest, and record it."))
                : Optional.empty();
    }
}
