package dev.firstfill.claims;

import dev.firstfill.identifiers.Icd10Code;
import dev.firstfill.patients.Coverage;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a rejected claim is billed differently the next time; null is billed as before. */
public record BillingCodes(
        Coverage.@Nullable Benefit benefit,
        @Nullable Integer daw,
        @Nullable BigDecimal billed,
        @Nullable List<Icd10Code> diagnoses) {}
