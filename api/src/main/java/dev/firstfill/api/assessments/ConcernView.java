package dev.firstfill.api.assessments;

import dev.firstfill.api.security.ColleagueView;
import dev.firstfill.assessments.Concern;
import dev.firstfill.assessments.ConcernKind;
import dev.firstfill.assessments.ConcernOutcome;
import dev.firstfill.assessments.ConcernState;
import dev.firstfill.assessments.FollowUpAction;
import dev.firstfill.assessments.Severity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A concern as the front end reads one. */
@Schema(name = "ClinicalConcern", description = "A side effect or barrier that somebody has to do something about.")
public record ConcernView(
        UUID id,

        @Schema(description = "The patient's id.") UUID patient,

        ConcernKind kind,

        @Schema(examples = "cost") String code,

        @Nullable @Schema(description = "Of side effects only.")
        Severity severity,

        @Nullable @Schema(description = "The assessment that raised it; absent when somebody raised it by hand.")
        UUID assessment,

        @Nullable @Schema(description = "The question whose answer raised it.")
        String question,

        ConcernState state,

        @Nullable @Schema(description = "By when somebody has to look at it again.")
        LocalDate dueOn,

        @Nullable @Schema(description = "Absent as long as it is not resolved.")
        ConcernOutcome outcome,

        @Nullable @Schema(description = "What was said when it was raised.")
        String note,

        @Schema(description = "What was done about it, in its order.")
        List<Step> steps,

        ColleagueView raisedBy,
        Instant raisedAt,
        @Nullable Instant resolvedAt) {

    /** What somebody did about it. */
    @Schema(name = "ClinicalConcernStep", description = "What somebody did about a concern.")
    public record Step(
            @Nullable @Schema(description = "Absent from the resolution.")
            FollowUpAction action,

            ColleagueView by,
            Instant at,
            @Nullable LocalDate dueOn,
            @Nullable String note) {
        static Step of(Concern.Step step) {
            return new Step(step.action(), ColleagueView.of(step.by()), step.at(), step.dueOn(), step.note());
        }

        @Override
        public String toString() {
            return "Step[hidden]";
        }
    }

    static ConcernView of(Concern concern) {
        return new ConcernView(
                concern.id(),
                concern.patient(),
                concern.sign().kind(),
                concern.sign().code(),
                concern.sign().severity(),
                concern.assessment(),
                concern.question(),
                concern.state(),
                concern.dueOn(),
                concern.outcome(),
                concern.note(),
                concern.steps().stream().map(Step::of).toList(),
                ColleagueView.of(concern.raisedBy()),
                concern.raisedAt(),
                concern.resolvedAt());
    }

    @Override
    public String toString() {
        return "ConcernView[hidden]";
    }
}
