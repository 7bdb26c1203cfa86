package dev.firstfill.api.tenants;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a pharmacy is to be suspended. */
@Schema(description = "Why a pharmacy is to be suspended.")
public record NewSuspension(
        @NotBlank @Size(max = 500) @Schema(examples = "Contract ended on 2026-10-31")
        String reason) {}
