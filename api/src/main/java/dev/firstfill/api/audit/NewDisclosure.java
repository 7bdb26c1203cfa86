package dev.firstfill.api.audit;

import dev.firstfill.kernel.Disclosure;
import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A disclosure that was made, to be recorded (45 CFR 164.528(b)(2)). */
@Schema(description = "Data of a patient that was given to somebody outside the pharmacy.")
public record NewDisclosure(
        @NotNull Instant madeAt,

        @NotBlank @OneLine @Size(max = 200) @Schema(description = "Who received it.")
        String recipient,

        @Nullable @OneLine @Size(max = 300) String recipientAddress,

        @NotBlank @OneLine @Size(max = 500) @Schema(description = "What was disclosed, in a few words.")
        String description,

        @NotBlank @OneLine @Size(max = 500) @Schema(description = "Why, in a few words.")
        String purpose,

        @NotNull @Schema(description = "What allowed it; by-mistake when nothing did.")
        DisclosureBasis basis) {

    Disclosure inLedger() {
        return new Disclosure(madeAt, recipient, recipientAddress, description, purpose, basis.inLedger());
    }

    @Override
    public String toString() {
        return "NewDisclosure[hidden]";
    }
}
