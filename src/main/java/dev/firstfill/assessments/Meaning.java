package dev.firstfill.assessments;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an answer means: points, a concern, both or nothing. */
@Schema(name = "AnswerMeaning", description = "The points that an answer gives, and the concern that it raises.")
public record Meaning(
        @Nullable @Min(-100) @Max(100) Integer points,
        @Nullable @Valid ConcernSign concern) {
    static final Meaning NOTHING = new Meaning(null, null);
}
