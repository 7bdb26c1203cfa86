package dev.firstfill.api.assessments;

import dev.firstfill.assessments.ConcernKind;
import dev.firstfill.assessments.ConcernSign;
import dev.firstfill.assessments.Severity;
import dev.firstfill.assessments.TemplateContent;
import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A concern that no assessment raised. */
@Schema(name = "NewClinicalConcern", description = "A concern that no assessment raised.")
public record NewConcern(
        @NotBlank @OneLine @Size(max = 36) @Schema(examples = "P1001", description = "The patient's id or number.")
        String patient,

        @NotNull ConcernKind kind,

        @NotNull
        @Pattern(regexp = TemplateContent.CODE)
        @Schema(examples = "cost", description = "As templates call it, so that reports find it.")
        String code,

        @Nullable @Schema(description = "Of side effects, and of nothing else.")
        Severity severity,

        @Nullable @Schema(description = "By when somebody has to look at it.")
        LocalDate dueOn,

        @Nullable @OneLine @Size(max = 500) @Schema(description = "Kept sealed.")
        String note) {

    ConcernSign sign() {
        return new ConcernSign(kind, code, severity);
    }

    @Override
    public String toString() {
        return "NewConcern[hidden]";
    }
}
