package dev.firstfill.benefits;

import dev.firstfill.claims.Claim;
import dev.firstfill.claims.ClaimId;
import dev.firstfill.claims.ClaimState;
import dev.firstfill.claims.RejectCode;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Lists;
import dev.firstfill.patients.Coverage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about what the patient's insurance gives for a drug. Amounts are in US dollars.
 *
 * @param payerKind of who pays first
 * @param payer its name, as on the card
 * @param priorAuthorisationRequired whether the plan wants to be asked before it pays
 * @param copay the patient's share of a fill
 * @param deductibleRemaining what the patient pays before the plan does
 * @param outOfPocketRemaining what the patient pays at most until the year ends
 * @param accumulator whether the plan keeps a manufacturer's help from counting towards the two (accumulator, maximiser)
 * @param rejectCodes of the test claim
 * @param testClaim by which it was found out; null when the plan was called
 */
public record BenefitsInvestigation(
        PayerKind payerKind,
        String payer,
        Coverage.Benefit benefit,
        CoverageFound coverage,
        boolean priorAuthorisationRequired,
        @Nullable BigDecimal copay,
        @Nullable BigDecimal deductibleRemaining,
        @Nullable BigDecimal outOfPocketRemaining,
        boolean accumulator,
        List<RejectCode> rejectCodes,
        @Nullable ClaimId testClaim,
        Instant verifiedAt,
        Colleague verifiedBy) {
    private static final int CODES_MAX = 5;
    private static final Set<RejectCode.Known> NOT_ELIGIBLE =
            Set.of(RejectCode.Known.NON_MATCHED_CARDHOLDER, RejectCode.Known.PATIENT_NOT_COVERED);

    @SuppressWarnings("NullAway") // What is kept may leave empty lists out.
    public BenefitsInvestigation {
        rejectCodes = Lists.kept(rejectCodes);
        if (rejectCodes.size() > CODES_MAX
                || !Stream.of(
                                Optional.ofNullable(copay),
                                Optional.ofNullable(deductibleRemaining),
                                Optional.ofNullable(outOfPocketRemaining))
                        .flatMap(Optional::stream)
                        .allMatch(Amounts::isOne)) {
            throw new BenefitsRefusals.BenefitsUnfit();
        }
        if (isContradicted(rejectCodes, coverage, priorAuthorisationRequired)) {
            throw new BenefitsRefusals.BenefitsContradictClaim();
        }
    }

    /** What the test claim was rejected for must be found again in what was made of it. */
    private static boolean isContradicted(List<RejectCode> codes, CoverageFound found, boolean required) {
        return says(codes, RejectCode.Known.PRIOR_AUTHORISATION_REQUIRED) && !required
                || says(codes, RejectCode.Known.NOT_COVERED) && found == CoverageFound.COVERED && !required
                || says(codes, RejectCode.Known.NON_MATCHED_PHARMACY) && found != CoverageFound.OTHER_PHARMACY_ONLY
                || NOT_ELIGIBLE.stream().anyMatch(code -> says(codes, code)) && found == CoverageFound.COVERED;
    }

    private static boolean says(List<RejectCode> codes, RejectCode.Known wanted) {
        return codes.stream()
                .anyMatch(code -> code.known().filter(wanted::equals).isPresent());
    }

    /**
     * What a test claim says by itself; what it does not say, such as the deductible, is left open. Empty as long as it
     * is not answered.
     */
    public static Optional<BenefitsInvestigation> of(Claim claim, PayerKind payerKind, Instant at, Colleague by) {
        var record = claim.record();
        if (record == null || claim.state() != ClaimState.PAID && claim.state() != ClaimState.REJECTED) {
            return Optional.empty();
        }
        var codes = claim.rejectCodes();
        return Optional.of(new BenefitsInvestigation(
                payerKind,
                record.payer(),
                claim.benefit(),
                found(codes),
                says(codes, RejectCode.Known.PRIOR_AUTHORISATION_REQUIRED),
                claim.patientPay(),
                null,
                null,
                false,
                codes,
                new ClaimId(claim.id()),
                at,
                by));
    }

    private static CoverageFound found(List<RejectCode> codes) {
        if (NOT_ELIGIBLE.stream().anyMatch(code -> says(codes, code))) {
            return CoverageFound.PATIENT_NOT_ELIGIBLE;
        }
        if (says(codes, RejectCode.Known.NON_MATCHED_PHARMACY)) {
            return CoverageFound.OTHER_PHARMACY_ONLY;
        }
        return says(codes, RejectCode.Known.NOT_COVERED) ? CoverageFound.NOT_COVERED : CoverageFound.COVERED;
    }

    /** What has to be done next. */
    public BenefitOutcome outcome() {
        return switch (coverage) {
            case COVERED ->
                priorAuthorisationRequired ? BenefitOutcome.PRIOR_AUTHORISATION_REQUIRED : BenefitOutcome.COVERED;
            case NOT_COVERED -> BenefitOutcome.NOT_COVERED;
            case OTHER_PHARMACY_ONLY -> BenefitOutcome.OTHER_PHARMACY;
            case PATIENT_NOT_ELIGIBLE -> BenefitOutcome.NOT_ELIGIBLE;
        };
    }

    @Override
    public String toString() {
        return "BenefitsInvestigation[%s]".formatted(outcome());
    }
}
