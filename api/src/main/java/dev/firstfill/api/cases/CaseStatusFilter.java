package dev.firstfill.api.cases;

import dev.firstfill.api.problem.ProblemException;
import dev.firstfill.api.problem.ProblemType;
import dev.firstfill.cases.CaseStatus;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** In which status the cases of a list are, as the contract calls it. */
@Schema(type = SchemaType.STRING, examples = "pa-pending-payer", description = "Only in this status.")
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
