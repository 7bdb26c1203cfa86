package dev.firstfill.referrals;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a pharmacy's settings demand of a referral before work on it begins. What is not among it is asked for while
 * benefits are investigated: directions that are missing hold the prescription, and not the insurance.
 *
 * @param consent whether a referral that does not say that the patient consents lacks something
 */
public record RequiredInformation(Set<FindingCode> holdingIntake, boolean consent) {
    public static final RequiredInformation USUAL = new RequiredInformation(
            EnumSet.of(
                    FindingCode.DIAGNOSIS_CODE_MISSING,
                    FindingCode.PRESCRIBER_NPI_MISSING,
                    FindingCode.PRESCRIBER_NPI_INVALID,
                    FindingCode.PRESCRIBER_NAME_MISSING,
                    FindingCode.INSURANCE_MISSING,
                    FindingCode.PHONE_MISSING,
                    FindingCode.CONSENT_MISSING,
                    FindingCode.DRUG_NOT_IN_FORMULARY,
                    FindingCode.QUANTITY_MISSING,
                    FindingCode.PATIENT_UNDER_REVIEW),
            false);

    public RequiredInformation {
        holdingIntake = Collections.unmodifiableSet(EnumSet.copyOf(holdingIntake));
    }

    Finding finding(FindingCode code, String pointer) {
        return new Finding(code, code.source(), pointer, holdingIntake.contains(code));
    }
}
