package dev.firstfill.referrals;

import dev.firstfill.kernel.OneLine;
import dev.firstfill.prescribers.Office;
import dev.firstfill.prescribers.PrescriberName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who refers.
 *
 * @param npi as it was sent: a wrong one is a finding, and not a reason to refuse a patient
 */
@Schema(description = "Who refers.")
public record ReferringPrescriber(
        @Nullable
        @OneLine
        @Size(max = 40)
        @Schema(
                examples = "1234567893",
                description = "As it was sent: a wrong one is a finding, and no reason to refuse the referral.")
        String npi,

        @Valid @Nullable PrescriberName name,
        @Valid @Nullable Office office) {}
