package dev.firstfill.api.dispensing;

import dev.firstfill.kernel.DollarsAndCents;
import dev.firstfill.kernel.Money;
import dev.firstfill.patients.Coverage;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a payer is asked to pay for a dispense. */
@Schema(description = "What a payer is asked to pay for a dispense.")
public record NewDispenseClaim(
        @NotNull Coverage.Benefit benefit,

        @NotNull @Valid @DollarsAndCents @Schema(description = "Gross amount due.")
        Money billed) {}
