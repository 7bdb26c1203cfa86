package dev.firstfill.claims;

import dev.firstfill.identifiers.Icd10Code;
import dev.firstfill.identifiers.Ndc;
import dev.firstfill.identifiers.Npi;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.patients.Coverage;
import dev.firstfill.patients.PatientId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wish that a payer be asked.
 *
 * @param fill that is billed; null when nothing was dispensed and the payer is only asked what it would pay
 * @param prescriber individual NPI (411-DB)
 * @param diagnoses why the drug is taken, one to five, the first one first (424-DO)
 * @param serviceOn day of the fill (401-D1); the coverage must be in force on it
 * @param daw dispense as written / product selection code, 0 to 9 (408-D8)
 * @param billed gross amount due in US dollars, at most two decimals (430-DU)
 * @param by who submits it
 * @param at when
 */
public record ClaimRequest(
        @Nullable ClaimFill fill,
        PatientId patient,
        Ndc drug,
        Npi prescriber,
        List<Icd10Code> diagnoses,
        Coverage.Benefit benefit,
        LocalDate serviceOn,
        BilledSupply supply,
        int daw,
        BigDecimal billed,
        Colleague by,
        Instant at) {
    private static final int DIAGNOSES_MAX = 5;
    private static final int DAW_MAX = 9;
    private static final int CENTS = 2;

    public ClaimRequest {
        diagnoses = List.copyOf(diagnoses);
        if (diagnoses.isEmpty() || diagnoses.size() > DIAGNOSES_MAX) {
            throw new ClaimRefusals.ClaimUnfit("A claim names one to five diagnoses.");
        }
        if (!supply.isWhole()) {
            throw new ClaimRefusals.ClaimUnfit("What is billed is not more than what was intended, and not nothing.");
        }
        if (daw < 0
                || daw > DAW_MAX
                || billed.signum() < 0
                || billed.stripTrailingZeros().scale() > CENTS) {
            throw new ClaimRefusals.ClaimUnfit("DAW is 0 to 9, and the amount in dollars and cents.");
        }
    }

    public ClaimKind kind() {
        return fill == null ? ClaimKind.TEST : ClaimKind.BILLING;
    }

    @Override
    public String toString() {
        return "ClaimRequest[hidden]";
    }
}
