package dev.firstfill.cases;

import dev.firstfill.clocks.Party;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that has to come from outside before the case can go on.
 *
 * @param code such as {@code diagnosis-code-missing}
 */
@Schema(name = "MissingInformation", description = "Something that has to come before the case can go on.")
public record Missing(
        @Schema(examples = "diagnosis-code-missing") String code,

        @Schema(description = "From whom.") Party from,

        @Schema(description = "Whether the referral lacks it; then it comes as a supplement to the referral.")
        boolean ofReferral) {}
