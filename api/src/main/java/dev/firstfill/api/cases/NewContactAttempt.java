package dev.firstfill.api.cases;

import dev.firstfill.cases.ContactAttempt;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody tried to reach the patient. */
@Schema(description = "Somebody tried to reach the patient.")
public record NewContactAttempt(
        @NotNull ContactAttempt.Channel channel,
        @NotNull ContactAttempt.Result result,
        @Size(min = 1, max = 2000) @Nullable String note) {
    @Override
    public String toString() {
        return "NewContactAttempt[%s]".formatted(result);
    }
}
