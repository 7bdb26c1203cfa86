package dev.firstfill.recalls;

import dev.firstfill.dispensing.DispenseLog;
import dev.firstfill.patients.PatientNumber;
import dev.firstfill.prescribers.PrescriberId;
import org.jspecify.annotations.Nullable;

/**
 * A dispense that a recall concerns.
 *
 * @param patientNumber for people to say; the name is in the patient's record
 * @param lastToPatient the last try to tell the patient; null when there was none
 * @param lastToPrescriber the last try to tell the prescriber; null when there was none
 */
public record AffectedDispense(
        DispenseLog.Trace trace,
        PatientNumber patientNumber,
        PrescriberId prescriber,
        @Nullable RecallContact lastToPatient,
        @Nullable RecallContact lastToPrescriber) {}
