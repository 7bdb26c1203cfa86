package dev.firstfill.api.dispensing;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The carrier's word that somebody took the box. */
@Schema(description = "The carrier's word that somebody took the box.")
public record Delivery(@NotNull Instant deliveredAt) {}
