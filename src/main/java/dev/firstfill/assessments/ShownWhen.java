package dev.firstfill.assessments;

import dev.firstfill.kernel.Lists;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an earlier question that makes another one be asked. Which members there are depends on the earlier
 * question's type; whoever was not asked that one is not asked this one.
 *
 * @param is of a yes or no
 * @param anyOf of options: one of them was chosen
 * @param atLeast of numbers, as {@code atMost}; either or both
 */
@Schema(description = "Asked only when an earlier question was answered so.")
public record ShownWhen(
        @NotNull @Pattern(regexp = TemplateContent.CODE) String question,
        @Nullable Boolean is,
        @Size(max = TemplateContent.OPTIONS_MAX) List<@NotNull @Pattern(regexp = TemplateContent.CODE) String> anyOf,
        @Nullable BigDecimal atLeast,
        @Nullable BigDecimal atMost) {

    public ShownWhen {
        anyOf = Lists.kept(anyOf);
    }

    boolean isMetBy(@Nullable Answer answer) {
        return switch (answer) {
            case null -> false;
            case Answer.YesOrNo(var yes) -> is != null && is == yes;
            case Answer.Choice(var code) -> anyOf.contains(code);
            case Answer.Choices(var codes) -> codes.stream().anyMatch(anyOf::contains);
            case Answer.Quantity(var number) ->
                (atLeast == null || number.compareTo(atLeast) >= 0)
                        && (atMost == null || number.compareTo(atMost) <= 0);
            case Answer.Day day -> false;
            case Answer.Words words -> false;
        };
    }
}
