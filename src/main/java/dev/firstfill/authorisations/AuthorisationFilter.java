package dev.firstfill.authorisations;

import dev.firstfill.drugs.DrugReference;
import dev.firstfill.patients.PatientReference;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which authorisations a list shows; null narrows nothing.
 *
 * @param endingBefore the first day on which they no longer hold may be this one or an earlier one; approved ones only
 * @param attention only those that somebody should look after
 */
public record AuthorisationFilter(
        @Nullable PatientReference patient,
        @Nullable DrugReference drug,
        @Nullable AuthorisationState state,
        @Nullable LocalDate endingBefore,
        boolean attention) {}
