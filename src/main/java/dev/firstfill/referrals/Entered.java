package dev.firstfill.referrals;

import dev.firstfill.drugs.Drug;
import dev.firstfill.patients.Patient;
import dev.firstfill.patients.PatientDetails;
import dev.firstfill.prescribers.PrescriberId;
import org.jspecify.annotations.Nullable;

/**
 * What the pharmacy has of what a referral names.
 *
 * @param known the record as it was before the referral came; null of somebody new
 * @param patient with what the referral added
 */
record Entered(
        @Nullable PatientDetails known,
        Patient patient,
        @Nullable PrescriberId prescriber,
        @Nullable Drug drug) {}
