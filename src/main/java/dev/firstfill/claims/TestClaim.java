package dev.firstfill.claims;

import dev.firstfill.drugs.DrugReference;
import dev.firstfill.identifiers.Icd10Code;
import dev.firstfill.identifiers.Npi;
import dev.firstfill.patients.Coverage;
import dev.firstfill.patients.PatientReference;
import java.math.BigDecimal;
import java.util.List;

/** The wish to know what a payer would pay, before there is a prescription. */
public record TestClaim(
        PatientReference patient,
        DrugReference drug,
        Npi prescriber,
        List<Icd10Code> diagnoses,
        Coverage.Benefit benefit,
        BilledSupply supply,
        int daw,
        BigDecimal billed) {
    public TestClaim {
        diagnoses = List.copyOf(diagnoses);
    }

    @Override
    public String toString() {
        return "TestClaim[hidden]";
    }
}
