package dev.firstfill.api.audit;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An accounting of disclosures. */
@Schema(description = "What was disclosed of a patient in a time, in the order in which it was recorded.")
public record DisclosureAccount(
        @Schema(description = "The first moment it covers.") Instant from,
        @Schema(description = "The moment after the last.") Instant to,
        List<DisclosureView> items) {}
