package dev.firstfill.cases;

import dev.firstfill.benefits.FundingDecision;
import dev.firstfill.benefits.FundingKind;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.DollarsAndCents;
import dev.firstfill.kernel.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who pays what the plan does not, as whoever decided it enters it. */
@Schema(description = "Who pays what the plan does not.")
public record FundingFound(
        @NotNull FundingKind kind,

        @Size(min = 1, max = 120) @Nullable @Schema(examples = "Helix Copay Card")
        String program,

        @Valid @DollarsAndCents @Nullable @Schema(description = "That it pays of each fill.")
        Money amount,

        @Valid @DollarsAndCents @Nullable @Schema(description = "Left on the card or in the grant.")
        Money balance,

        @Nullable @Schema(description = "The last day on which it helps.")
        LocalDate validUntil) {

    FundingDecision by(Colleague colleague, Instant at) {
        return new FundingDecision(
                kind,
                program,
                BenefitsFound.dollars(amount),
                BenefitsFound.dollars(balance),
                validUntil,
                at,
                colleague);
    }
}
