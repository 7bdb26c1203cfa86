package dev.firstfill.referrals;

import static dev.firstfill.referrals.InformationSource.PATIENT;
import static dev.firstfill.referrals.InformationSource.PHARMACY;
import static dev.firstfill.referrals.InformationSource.PRESCRIBER;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be missing or wrong in a referral, and who has it. */
@Schema(description = "What is missing or wrong in a referral.")
public enum FindingCode {
    @JsonProperty("diagnosis-code-missing")
    DIAGNOSIS_CODE_MISSING(PRESCRIBER),
    @JsonProperty("prescriber-npi-missing")
    PRESCRIBER_NPI_MISSING(PRESCRIBER),
    @JsonProperty("prescriber-npi-invalid")
    PRESCRIBER_NPI_INVALID(PRESCRIBER),
    @JsonProperty("prescriber-name-missing")
    PRESCRIBER_NAME_MISSING(PRESCRIBER),
    @JsonProperty("insurance-missing")
    INSURANCE_MISSING(PATIENT),
    /** The office is asked: a patient without a phone cannot be called. */
    @JsonProperty("phone-missing")
    PHONE_MISSING(PRESCRIBER),
    @JsonProperty("address-missing")
    ADDRESS_MISSING(PATIENT),
    @JsonProperty("consent-missing")
    CONSENT_MISSING(PATIENT),
    @JsonProperty("drug-not-in-formulary")
    DRUG_NOT_IN_FORMULARY(PHARMACY),
    @JsonProperty("sig-missing")
    SIG_MISSING(PRESCRIBER),
    /** Such as "take as needed": neither how much nor how often. */
    @JsonProperty("sig-unclear")
    SIG_UNCLEAR(PRESCRIBER),
    @JsonProperty("quantity-missing")
    QUANTITY_MISSING(PRESCRIBER),
    @JsonProperty("days-supply-missing")
    DAYS_SUPPLY_MISSING(PRESCRIBER),
    @JsonProperty("written-date-missing")
    WRITTEN_DATE_MISSING(PRESCRIBER),
    /** Written in the future, expired, or with more refills than the law allows. */
    @JsonProperty("order-against-rules")
    ORDER_AGAINST_RULES(PRESCRIBER),
    /** The referral says otherwise than the patient's record; the record was left as it is. */
    @JsonProperty("demographics-differ")
    DEMOGRAPHICS_DIFFER(PATIENT),
    @JsonProperty("coverage-differs")
    COVERAGE_DIFFERS(PATIENT),
    @JsonProperty("patient-under-review")
    PATIENT_UNDER_REVIEW(PHARMACY);

    private final InformationSource source;

    FindingCode(InformationSource source) {
        this.source = source;
    }

    /** From whom it has to come. */
    public InformationSource source() {
        return source;
    }
}
