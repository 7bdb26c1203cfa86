package dev.firstfill.cases;

import dev.firstfill.benefits.BenefitsInvestigation;
import dev.firstfill.benefits.CoverageFound;
import dev.firstfill.benefits.PayerKind;
import dev.firstfill.claims.ClaimId;
import dev.firstfill.claims.RejectCode;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.DollarsAndCents;
import dev.firstfill.kernel.Lists;
import dev.firstfill.kernel.Money;
import dev.firstfill.patients.Coverage;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an investigation found, as whoever did it enters it. */
@Schema(description = "What an investigation of the patient's benefits found.")
public record BenefitsFound(
        @NotNull PayerKind payerKind,

        @NotBlank @Size(max = 120) @Schema(examples = "Aetna")
        String payer,

        @NotNull Coverage.Benefit benefit,
        @NotNull CoverageFound coverage,
        boolean priorAuthorisationRequired,

        @Valid @DollarsAndCents @Nullable @Schema(description = "The patient's share of a fill.")
        Money copay,

        @Valid @DollarsAndCents @Nullable Money deductibleRemaining,
        @Valid @DollarsAndCents @Nullable Money outOfPocketRemaining,

        @Schema(description = "Whether the plan keeps a manufacturer's help from counting towards the two.")
        boolean accumulator,

        @Size(max = 5) List<@NotNull @Pattern(regexp = "[0-9A-Z]{1,3}") String> rejectCodes,

        @Nullable @Schema(description = "The claim by which it was found out.")
        UUID testClaim) {

    @SuppressWarnings("NullAway")
    public BenefitsFound {
        rejectCodes = Lists.kept(rejectCodes);
    }

    BenefitsInvestigation by(Colleague colleague, Instant at) {
        return new BenefitsInvestigation(
                payerKind,
                payer,
                benefit,
                coverage,
                priorAuthorisationRequired,
                dollars(copay),
                dollars(deductibleRemaining),
                dollars(outOfPocketRemaining),
                accumulator,
                rejectCodes.stream().map(RejectCode::new).toList(),
                testClaim == null ? null : new ClaimId(testClaim),
                at,
                colleague);
    }

    static @Nullable BigDecimal dollars(@Nullable Money money) {
        return money == null ? null : money.dollars();
    }
}
