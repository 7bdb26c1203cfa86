package dev.firstfill.tasks;

import dev.firstfill.patients.PatientId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom a task is about.
 *
 * @param caseId the patient's case it belongs to; null when it is about the patient alone
 */
public record TaskSubject(PatientId patient, @Nullable UUID caseId) {}
