package dev.firstfill.api.reports;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.firstfill.api.problem.ProblemException;
import dev.firstfill.api.problem.ProblemType;
import dev.firstfill.inventory.StockOnHand.Grouping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the stock of each drug is broken down by. */
@Schema(enumeration = {"drug", "ownership", "expiry"})
public enum Breakdown {
    @JsonProperty("drug")
    DRUG,
    @JsonProperty("ownership")
    OWNERSHIP,
    @JsonProperty("expiry")
    EXPIRY;

    /** For query parameters, which the framework converts by this name. */
    public static Breakdown fromString(String name) {
        return switch (name) {
            case "drug" -> DRUG;
            case "ownership" -> OWNERSHIP;
            case "expiry" -> EXPIRY;
            default ->
                throw new ProblemException(ProblemType.INVALID_PARAMETER, "groupBy is drug, ownership or expiry.");
        };
    }

    Grouping grouping() {
        return Grouping.valueOf(name());
    }
}
