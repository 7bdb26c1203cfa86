package dev.firstfill.assessments;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The life of an assessment.
 *
 * <pre>
 *            answer
 *            +---+
 *            v   |
 *   begin -> DRAFT -- sign --> SIGNED -- amend --> AMENDED
 *                                ^                    :
 *                                +..... another ......+
 * </pre>
 *
 * A draft takes answers. What is signed is never edited: amending it signs another, which names it, and it becomes
 * AMENDED for good. Only SIGNED ones count.
 */
@Schema(description = "Whether it takes answers, counts, or was amended by another.")
public enum AssessmentState {
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("signed")
    SIGNED,
    @JsonProperty("amended")
    AMENDED;

    enum Move {
        ANSWER(DRAFT, DRAFT),
        SIGN(DRAFT, SIGNED),
        AMEND(SIGNED, AMENDED);

        private final AssessmentState from;
        private final AssessmentState to;

        Move(AssessmentState from, AssessmentState to) {
            this.from = from;
            this.to = to;
        }
    }

    /** @throws dev.firstfill.kernel.Refusal when there is no such move from here; it says what to do instead */
    AssessmentState after(Move move) {
        if (move.from == this) {
            return move.to;
        }
        throw switch (this) {
            case DRAFT -> new AssessmentRefusals.NotSigned();
            case SIGNED -> new AssessmentRefusals.AlreadySigned();
            case AMENDED -> new AssessmentRefusals.AlreadyAmended();
        };
    }

    /** Of its name in the contract. */
    public static AssessmentState fromString(String name) {
        return valueOf(WireName.constant(name));
    }
}
