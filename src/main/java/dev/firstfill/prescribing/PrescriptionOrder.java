package dev.firstfill.prescribing;

import dev.firstfill.drugs.DrugDetails;
import dev.firstfill.drugs.DrugId;
import dev.firstfill.identifiers.Icd10Code;
import dev.firstfill.patients.PatientId;
import dev.firstfill.prescribers.PrescriberId;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** What is ordered for whom by whom: complete, and within the rules of the day it was checked on. */
record PrescriptionOrder(
        PatientId patient,
        PrescriberId prescriber,
        DrugId drug,
        PrescriptionTerms terms,
        List<Icd10Code> icd10Codes,
        PrescriptionWords words) {

    PrescriptionOrder {
        icd10Codes = List.copyOf(icd10Codes);
    }

    /** Fills in what was left out, and holds the rest to the rules. */
    static PrescriptionOrder checked(
            PrescriptionDetails details,
            PatientId patient,
            PrescriberId prescriber,
            DrugId drug,
            DrugDetails product,
            LocalDate today) {
        var size = product.packageSize();
        return new PrescriptionOrder(
                patient,
                prescriber,
                drug,
                new PrescriptionTerms(
                        details.quantity(),
                        size.unit(),
                        DaysSupply.agreed(details.daysSupply(), details.quantity(), details.dosing(), size),
                        refills(details, product),
                        writtenOn(details, today),
                        startsOn(details),
                        expiresOn(details, product),
                        details.dispenseAsWritten(),
                        details.origin(),
                        details.dosing()),
                details.icd10Codes(),
                new PrescriptionWords(details.sig(), details.clinicalIndication(), details.note(), null));
    }

    private static int refills(PrescriptionDetails details, DrugDetails product) {
        int refills = details.refillsAuthorised();
        int allowed = LegalLimits.refills(product.schedule());
        if (refills > allowed) {
            throw new PrescribingRefusals.TooManyRefills(product.schedule(), allowed);
        }
        if (refills > 0 && details.dosing() != null && details.dosing().hasLoadingDoses()) {
            throw new PrescribingRefusals.LoadingDosesWithRefills();
        }
        return refills;
    }

    private static LocalDate writtenOn(PrescriptionDetails details, LocalDate today) {
        if (details.writtenOn().isAfter(today)) {
            throw new PrescribingRefusals.WrittenInFuture();
        }
        return details.writtenOn();
    }

    private static LocalDate startsOn(PrescriptionDetails details) {
        var startsOn = Objects.requireNonNullElse(details.startsOn(), details.writtenOn());
        if (startsOn.isBefore(details.writtenOn())) {
            throw new PrescribingRefusals.StartsBeforeWritten();
        }
        return startsOn;
    }

    private static LocalDate expiresOn(PrescriptionDetails details, DrugDetails product) {
        var lastDay = LegalLimits.lastDay(details.writtenOn(), product.schedule());
        var expiresOn = Objects.requireNonNullElse(details.expiresOn(), lastDay);
        if (expiresOn.isAfter(lastDay)) {
            throw new PrescribingRefusals.ExpiresTooLate(lastDay);
        }
        if (expiresOn.isBefore(startsOn(details))) {
            throw new PrescribingRefusals.ExpiresBeforeStart();
        }
        return expiresOn;
    }

    /** The same in the form in which it is entered. */
    PrescriptionDetails details() {
        return new PrescriptionDetails(
                patient.toString(),
                prescriber.toString(),
                drug.toString(),
                words.sig(),
                terms.dosing(),
                terms.quantity(),
                terms.daysSupply(),
                terms.refillsAuthorised(),
                terms.writtenOn(),
                terms.startsOn(),
                terms.expiresOn(),
                icd10Codes,
                words.clinicalIndication(),
                terms.dispenseAsWritten(),
                terms.origin(),
                words.note(),
                null);
    }
}
