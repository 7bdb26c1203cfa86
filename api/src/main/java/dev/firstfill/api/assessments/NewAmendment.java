package dev.firstfill.api.assessments;

import dev.firstfill.assessments.Amendment;
import dev.firstfill.assessments.TemplateContent;
import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to stand in place of a signed assessment. */
@Schema(description = "What is to stand in place of a signed assessment, signed by the caller.")
public record NewAmendment(
        @NotBlank @OneLine @Size(max = 500) @Schema(description = "Why; kept sealed.")
        String reason,

        @Nullable @Schema(description = "The day that it should have said; as it was when absent.")
        LocalDate assessedOn,

        @NotNull
        @Size(max = TemplateContent.QUESTIONS_MAX)
        @Schema(description = "All of them, by the codes of their questions.")
        Map<String, Object> answers) {

    Amendment amendment() {
        return new Amendment(reason, assessedOn, answers);
    }

    @Override
    public String toString() {
        return "NewAmendment[hidden]";
    }
}
