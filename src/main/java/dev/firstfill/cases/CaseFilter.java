package dev.firstfill.cases;

import dev.firstfill.clocks.Party;
import dev.firstfill.patients.PatientReference;
import org.jspecify.annotations.Nullable;

/**
 * Which cases are wanted; null wants all.
 *
 * @param payer the primary one's name, as it is written in the case
 * @param owner id of a colleague
 * @param slaAtLeast percent of its target that a running clock has warned of
 * @param open false for those that have ended as well; of one patient all are shown unless it is said otherwise
 */
public record CaseFilter(
        @Nullable PatientReference patient,
        @Nullable CaseStatus status,
        @Nullable String payer,
        @Nullable Party waitsFor,
        @Nullable String owner,
        @Nullable Integer slaAtLeast,
        @Nullable Boolean open) {}
