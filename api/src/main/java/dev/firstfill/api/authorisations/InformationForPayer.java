package dev.firstfill.api.authorisations;

import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the payer is told. */
@Schema(description = "What the payer is told that asked for information.")
public record InformationForPayer(
        @NotBlank @OneLine @Size(max = 1000) @Schema(description = "Kept sealed.")
        String answer) {
    @Override
    public String toString() {
        return "InformationForPayer[hidden]";
    }
}
