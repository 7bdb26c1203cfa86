package dev.firstfill.referrals;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing that a referral lacks, or that is wrong in it.
 *
 * @param pointer where it should stand in the order as it was read (RFC 6901)
 * @param holdsIntake whether work waits for it; what does not hold the intake is asked for while work goes on
 */
@Schema(name = "ReferralFinding", description = "One thing that a referral lacks, or that is wrong in it.")
public record Finding(
        FindingCode code,

        @Schema(description = "From whom it has to come.") InformationSource source,

        @Schema(examples = "/diagnoses", description = "Where it should stand in the order as it was read.")
        String pointer,

        @Schema(description = "Whether work waits for it.") boolean holdsIntake) {}
