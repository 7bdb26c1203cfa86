package dev.firstfill.dispensing;

import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The programme's leave to dispense to this patient, asked for and given for each dispense (21 U.S.C. 355-1).
 *
 * @param programme as the drug's record names it
 * @param confirmation the programme's number for it
 * @param validUntil the last day on which the drug may be handed over
 */
@Schema(description = "The REMS programme's leave to dispense to this patient.")
public record RemsAuthorisation(
        @NotBlank @OneLine @Size(max = 120) @Schema(examples = "Helix REMS")
        String programme,

        @NotBlank @OneLine @Size(max = 60) @Schema(examples = "RDA-204417")
        String confirmation,

        @NotNull LocalDate validUntil) {
    @Override
    public String toString() {
        return "RemsAuthorisation[hidden]";
    }
}
