package dev.firstfill.prescribing;

import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a prescription is written as it is now.
 *
 * @param authorisedBy who said so: the prescriber, an agent of the prescriber's, a pharmacist
 */
@Schema(description = "Why it is written as it is now; demanded for every change once the prescription is active.")
public record Amendment(
        @NotNull AmendmentReason reason,

        @NotBlank
        @OneLine
        @Size(max = 200)
        @Schema(examples = "Dr. Anand, by telephone", description = "Who said so; kept sealed.")
        String authorisedBy) {
    @Override
    public String toString() {
        return "Amendment[hidden]";
    }
}
