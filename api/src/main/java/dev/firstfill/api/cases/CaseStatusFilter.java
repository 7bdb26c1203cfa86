package dev.firstfill.api.cases;

import dev.firstfill.api.problem.ProblemException;
import dev.firstfill.api.problem.ProblemType;
import dev.firstfill.cases.CaseStatus;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** In which status the cases of a list are, as the contract calls it. */
@Schema(
        type = SchemaType.STRING,
        enumeration = {
            "new-referral-intake",
            "awaiting-information",
            "benefits-investigation",
            "benefits-verified-pa-required",
            "benefits-verified-no-pa",
            "not-covered",
            "pa-preparation",
            "pa-pending-payer",
            "pa-info-requested",
            "pa-denied",
            "appeal-pending",
            "pa-expired",
            "pa-approved",
            "financial-review",
            "welcome-call-pending",
            "patient-unreachable",
            "clinical-intervention",
            "clinically-cleared",
            "dispense-queued",
            "dispensing",
            "fill-complete",
            "shipped",
            "delivery-exception",
            "adherence-follow-up",
            "refill-due",
            "on-hold",
            "duplicate",
            "rejected",
            "transferred",
            "cancelled",
            "discontinued"
        },
        description = "Only in this status.")
public record CaseStatusFilter(CaseStatus status) {

    /** For query parameters, which the framework converts by this name. */
    public static CaseStatusFilter fromString(String name) {
        return Arrays.stream(CaseStatus.values())
                .filter(status -> status.wireName().equals(name))
                .findFirst()
                .map(CaseStatusFilter::new)
                .orElseThrow(() ->
                        new ProblemException(ProblemType.INVALID_PARAMETER, "status is not one that a case can have."));
    }
}
