package dev.firstfill.assessments;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the numbers from one to another mean, both included. A number in no range means nothing. */
@Schema(description = "What the numbers from one to another mean, both included.")
public record NumberRange(
        @NotNull BigDecimal from,
        @NotNull BigDecimal to,
        @Nullable @Min(-100) @Max(100) Integer points,
        @Nullable @Valid ConcernSign concern) {

    boolean holds(BigDecimal number) {
        return from.compareTo(number) <= 0 && number.compareTo(to) <= 0;
    }

    boolean overlaps(NumberRange other) {
        return from.compareTo(other.to) <= 0 && other.from.compareTo(to) <= 0;
    }

    Meaning meaning() {
        return new Meaning(points, concern);
    }
}
