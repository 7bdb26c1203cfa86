package dev.firstfill.referrals;

import dev.firstfill.kernel.Lists;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a referral says, in whichever form it came.
 *
 * @param consent whether the patient agreed to be called and treated by the pharmacy; null when nobody said
 */
@Schema(description = "What a referral says.")
public record ReferralOrder(
        @Valid @NotNull ReferredPatient patient,
        @Valid @Nullable ReferringPrescriber prescriber,
        @Size(max = 3) List<@Valid @NotNull ReferredCoverage> coverages,
        @Size(max = 100) List<@Valid @NotNull ReferredDiagnosis> diagnoses,
        @Valid @NotNull OrderedMedication medication,

        @Nullable @Schema(description = "Whether the patient agreed to be called and treated by the pharmacy.")
        Boolean consent) {

    @SuppressWarnings("NullAway")
    public ReferralOrder {
        coverages = Lists.kept(coverages);
        diagnoses = Lists.kept(diagnoses);
    }

    @Override
    public String toString() {
        return "ReferralOrder[hidden]";
    }
}
