package dev.firstfill.api.dispensing;

import dev.firstfill.api.problem.ProblemException;
import dev.firstfill.api.problem.ProblemType;
import dev.firstfill.dispensing.DispenseState;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which dispenses a list shows, as the contract calls it. */
@Schema(
        type = SchemaType.STRING,
        enumeration = {
            "queued",
            "filled",
            "verified",
            "packed",
            "shipped",
            "delivered",
            "exception",
            "returned",
            "reversed",
            "cancelled"
        })
public record DispenseStateFilter(DispenseState state) {

    /** For query parameters, which the framework converts by this name. */
    public static DispenseStateFilter fromString(String name) {
        for (var state : DispenseState.values()) {
            if (state.name().toLowerCase(Locale.ROOT).equals(name)) {
                return new DispenseStateFilter(state);
            }
        }
        throw new ProblemException(ProblemType.INVALID_PARAMETER, "state is one of those that a dispense can have.");
    }
}
