package dev.firstfill.api.patients;

import dev.firstfill.patients.ErasureReason;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a patient is to be erased. */
@Schema(description = "Why a patient is to be erased.")
public record PatientErasure(@NotNull ErasureReason reason) {}
