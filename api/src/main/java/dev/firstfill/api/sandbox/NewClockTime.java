package dev.firstfill.api.sandbox;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The wish that it be later. */
@Schema(name = "NewClockTime", description = "What the clock of a sandbox pharmacy shall show.")
public record NewClockTime(
        @NotNull
        @Schema(
                examples = "2026-07-01T13:00:00Z",
                description =
                        "At first any time between 2000 and five years from now; afterwards only later ones, by 366"
                                + " days at most")
        Instant now) {}
