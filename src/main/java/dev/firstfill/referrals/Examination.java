package dev.firstfill.referrals;

import static dev.firstfill.referrals.FindingCode.ADDRESS_MISSING;
import static dev.firstfill.referrals.FindingCode.CONSENT_MISSING;
import static dev.firstfill.referrals.FindingCode.COVERAGE_DIFFERS;
import static dev.firstfill.referrals.FindingCode.DAYS_SUPPLY_MISSING;
import static dev.firstfill.referrals.FindingCode.DEMOGRAPHICS_DIFFER;
import static dev.firstfill.referrals.FindingCode.DIAGNOSIS_CODE_MISSING;
import static dev.firstfill.referrals.FindingCode.DRUG_NOT_IN_FORMULARY;
import static dev.firstfill.referrals.FindingCode.INSURANCE_MISSING;
import static dev.firstfill.referrals.FindingCode.ORDER_AGAINST_RULES;
import static dev.firstfill.referrals.FindingCode.PHONE_MISSING;
import static dev.firstfill.referrals.FindingCode.PRESCRIBER_NAME_MISSING;
import static dev.firstfill.referrals.FindingCode.PRESCRIBER_NPI_INVALID;
import static dev.firstfill.referrals.FindingCode.PRESCRIBER_NPI_MISSING;
import static dev.firstfill.referrals.FindingCode.QUANTITY_MISSING;
import static dev.firstfill.referrals.FindingCode.SIG_MISSING;
import static dev.firstfill.referrals.FindingCode.SIG_UNCLEAR;
import static dev.firstfill.referrals.FindingCode.WRITTEN_DATE_MISSING;

import dev.firstfill.identifiers.MalformedIdentifier;
import dev.firstfill.identifiers.Npi;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out what a referral lacks, given what the pharmacy has by now. */
final class Examination {
    private final RequiredInformation required;
    private final ReferralOrder order;
    private final List<Finding> findings = new ArrayList<>();

    private Examination(ReferralOrder order, RequiredInformation required) {
        this.order = order;
        this.required = required;
    }

    /** @param zone where the pharmacy is */
    static List<Finding> of(
            ReferralOrder order, Entered entered, RequiredInformation required, LocalDate today, ZoneId zone) {
        var examination = new Examination(order, required);
        examination.patient(entered);
        examination.prescriber();
        examination.diagnosis();
        examination.medication(entered);
        examination.date(today, zone);
        return List.copyOf(examination.findings);
    }

    private void patient(Entered entered) {
        var patient = entered.patient().details();
        note(patient.phones().isEmpty(), PHONE_MISSING, "/patient/phones");
        note(patient.addresses().isEmpty(), ADDRESS_MISSING, "/patient/addresses");
        note(patient.coverages().isEmpty(), INSURANCE_MISSING, "/coverages");
        note(required.consent() && !Boolean.TRUE.equals(order.consent()), CONSENT_MISSING, "/consent");
        var known = entered.known();
        if (known != null) {
            var referred = new PatientAsReferred(order);
            note(referred.differsFrom(referred.addedTo(known)), DEMOGRAPHICS_DIFFER, "/patient");
            note(referred.isInsuredOtherwiseThan(known), COVERAGE_DIFFERS, "/coverages");
        }
    }

    private void prescriber() {
        var prescriber = order.prescriber();
        boolean unnamed = prescriber == null
                || prescriber.npi() == null
                || prescriber.npi().isBlank();
        note(unnamed, PRESCRIBER_NPI_MISSING, "/prescriber/npi");
        note(!unnamed && npi(prescriber).isEmpty(), PRESCRIBER_NPI_INVALID, "/prescriber/npi");
    }

    /** For a prescriber whom the pharmacy does not know: without a name nobody can be entered. */
    private void name(Entered entered) {
        boolean identified = npi(order.prescriber()).isPresent();
        note(identified && entered.prescriber() == null, PRESCRIBER_NAME_MISSING, "/prescriber/name");
    }

    static Optional<Npi> npi(@Nullable ReferringPrescriber prescriber) {
        try {
            return prescriber == null || prescriber.npi() == null
                    ? Optional.empty()
                    : Optional.of(Npi.parse(prescriber.npi()));
        } catch (MalformedIdentifier wrong) {
            return Optional.empty();
        }
    }

    private void diagnosis() {
        if (!new PatientAsReferred(order).orderedFor().isEmpty()) {
            return;
        }
        for (int i = 0; i < order.diagnoses().size(); i++) {
            if (order.diagnoses().get(i).forOrder()) {
                note(true, DIAGNOSIS_CODE_MISSING, "/diagnoses/%d/icd10Code".formatted(i));
                return;
            }
        }
        note(true, DIAGNOSIS_CODE_MISSING, "/diagnoses");
    }

    private void medication(Entered entered) {
        name(entered);
        var medication = order.medication();
        var place = medication.ndc() == null ? "/medication/rxNorm" : "/medication/ndc";
        note(entered.drug() == null, DRUG_NOT_IN_FORMULARY, place);
        var sig = medication.sig();
        boolean silent = sig == null || sig.isBlank();
        note(silent, SIG_MISSING, "/medication/sig");
        note(!silent && Sig.isUnclear(sig), SIG_UNCLEAR, "/medication/sig");
        note(medication.quantity() == null, QUANTITY_MISSING, "/medication/quantity");
        note(medication.daysSupply() == null, DAYS_SUPPLY_MISSING, "/medication/daysSupply");
    }

    /** Orders are filled for a year at most, and from the day on which they are written. */
    private void date(LocalDate today, ZoneId zone) {
        var writtenAt = order.medication().writtenAt();
        note(writtenAt == null, WRITTEN_DATE_MISSING, "/medication/writtenAt");
        if (writtenAt != null) {
            var writtenOn = LocalDate.ofInstant(writtenAt, zone);
            note(isOutOfTime(writtenOn, today), ORDER_AGAINST_RULES, "/medication/writtenAt");
        }
    }

    static boolean isOutOfTime(LocalDate writtenOn, LocalDate today) {
        return writtenOn.isAfter(today) || writtenOn.plusYears(1).isBefore(today);
    }

    private void note(boolean isSo, FindingCode code, String pointer) {
        if (isSo) {
            findings.add(required.finding(code, pointer));
        }
    }
}
