package dev.firstfill.api.authorisations;

import dev.firstfill.authorisations.InformationRequest;
import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a payer wants to know before it decides. */
@Schema(name = "InformationRequest", description = "What a payer wants to know before it decides.")
public record NewInformationRequest(
        @NotBlank @OneLine @Size(max = 500) @Schema(description = "In the payer's words; kept sealed.")
        String asked,

        @Nullable @Schema(description = "The last day to answer, when it named one.")
        LocalDate answerUntil) {

    InformationRequest checked() {
        return new InformationRequest(asked, answerUntil);
    }

    @Override
    public String toString() {
        return "NewInformationRequest[hidden]";
    }
}
