package dev.firstfill.api.dispensing;

import dev.firstfill.api.claims.ClaimView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The claims of a dispense. */
@Schema(description = "The claims of a dispense, in the order in which they were submitted.")
public record DispenseClaims(List<ClaimView> items) {}
