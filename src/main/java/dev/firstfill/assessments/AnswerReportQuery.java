package dev.firstfill.assessments;

import dev.firstfill.kernel.Lists;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who answered a question how. Only what is signed and was not amended is counted.
 *
 * @param template its code; all of its versions count
 * @param is yes or no
 * @param anyOf options, one of which was chosen
 * @param counted the latest of each patient when absent
 */
@Schema(description = "Which answers to which question. Without is, anyOf, atLeast and atMost, all who answered it.")
public record AnswerReportQuery(
        @Nullable
        @Pattern(regexp = TemplateContent.CODE)
        @Schema(examples = "ra", description = "A template's code: all of its versions count. Or give a condition.")
        String template,

        @Nullable
        @Pattern(regexp = TemplateContent.CODE)
        @Schema(examples = "ra", description = "What templates are about. Or give a template.")
        String condition,

        @NotNull @Pattern(regexp = TemplateContent.CODE) @Schema(examples = "main-barrier")
        String question,

        @Nullable Boolean is,
        @Size(max = TemplateContent.OPTIONS_MAX) List<@NotNull @Pattern(regexp = TemplateContent.CODE) String> anyOf,
        @Nullable BigDecimal atLeast,
        @Nullable BigDecimal atMost,

        @NotNull @Schema(description = "The first day on which somebody was asked.")
        LocalDate from,

        @NotNull @Schema(description = "The last day on which somebody was asked.")
        LocalDate to,

        @Nullable @Schema(description = "The latest of each patient, which is also what absent means, or all.")
        Counted counted) {

    public AnswerReportQuery {
        anyOf = Lists.kept(anyOf);
    }

    @AssertTrue(message = "needs a template, a condition or both")
    boolean isAboutSomething() {
        return template != null || condition != null;
    }

    @AssertTrue(message = "ends before it begins")
    boolean isPeriod() {
        return from == null || to == null || !to.isBefore(from);
    }

    boolean isLatestOnly() {
        return counted != Counted.ALL;
    }

    /** The values wanted, as templates say it. */
    ShownWhen wanted() {
        return new ShownWhen(question, is, anyOf, atLeast, atMost);
    }

    boolean wantsAnyValue() {
        return is == null && anyOf.isEmpty() && atLeast == null && atMost == null;
    }
}
