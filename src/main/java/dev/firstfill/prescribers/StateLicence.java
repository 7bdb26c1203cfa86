package dev.firstfill.prescribers;

import dev.firstfill.identifiers.UsState;
import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A state's permission to practise there. Boards number them each in their own way.
 *
 * @param expiresOn the last day on which it is in force; unknown when absent
 */
@Schema(description = "A state's permission to practise there.")
public record StateLicence(
        @NotNull UsState state,

        @NotBlank @OneLine @Size(max = 30) @Schema(examples = "036.123456")
        String number,

        @Nullable @Schema(description = "The last day on which it is in force; unknown when absent.")
        LocalDate expiresOn) {}
