package dev.firstfill.api.prescribing;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.firstfill.api.problem.ProblemException;
import dev.firstfill.api.problem.ProblemType;
import dev.firstfill.prescribing.PrescriptionState;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Prescriptions in which state a list shows, as the contract calls it. */
@Schema(enumeration = {"draft", "active", "on-hold", "completed", "cancelled", "transferred-out", "expired"})
public enum StateFilter {
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("active")
    ACTIVE,
    @JsonProperty("on-hold")
    ON_HOLD,
    @JsonProperty("completed")
    COMPLETED,
    @JsonProperty("cancelled")
    CANCELLED,
    @JsonProperty("transferred-out")
    TRANSFERRED_OUT,
    @JsonProperty("expired")
    EXPIRED;

    /** For query parameters, which the framework converts by this name. */
    public static StateFilter fromString(String name) {
        return Arrays.stream(values())
                .filter(state -> state.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.INVALID_PARAMETER,
                        "state is draft, active, on-hold, completed, cancelled, transferred-out or expired."));
    }

    private String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    PrescriptionState state() {
        return PrescriptionState.valueOf(name());
    }
}
