package dev.firstfill.prescribers;

import dev.firstfill.identifiers.UsState;
import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A state's permission to practise there. Boards number them each in their own way.
 *
 * @param expiresOn the last day on which it is in force; unknown when absent
 */
public record StateLicence(
        @NotNull UsState state,
        @NotBlank @OneLine @Size(max = 30) String number,
        @Nullable LocalDate expiresOn) {}
