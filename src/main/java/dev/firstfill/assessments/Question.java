package dev.firstfill.assessments;

import dev.firstfill.kernel.Lists;
import dev.firstfill.kernel.OneLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One question of a template. Which members it may have depends on its type; {@code TemplateCheck} says so.
 *
 * @param code stable: reports over all versions ask by it
 * @param unit of numbers, such as {@code mg/L}
 * @param scale what its points measure; {@code disease} when absent
 */
@Schema(name = "AssessmentQuestion", description = "One question, and what its answers mean.")
public record Question(
        @NotNull
        @Pattern(regexp = TemplateContent.CODE)
        @Schema(examples = "main-barrier", description = "Stable: reports over all versions ask by it.")
        String code,

        @NotBlank @OneLine @Size(max = 300) String text,
        @NotNull QuestionType type,
        boolean required,

        @Nullable @Schema(description = "Of numbers: the smallest allowed.")
        BigDecimal min,

        @Nullable @Schema(description = "Of numbers: the largest allowed.")
        BigDecimal max,

        @Nullable @OneLine @Size(min = 1, max = 20) @Schema(description = "Of numbers.", examples = "points")
        String unit,

        @Size(max = TemplateContent.OPTIONS_MAX) @Schema(description = "Of choice and choices.")
        List<@NotNull @Valid Option> options,

        @Nullable @Valid @Schema(description = "Of booleans: what a yes means.")
        Meaning ifTrue,

        @Nullable @Valid @Schema(description = "Of booleans: what a no means.")
        Meaning ifFalse,

        @Size(max = 20) @Schema(description = "Of numbers: what they mean.")
        List<@NotNull @Valid NumberRange> ranges,

        @Nullable @Valid ShownWhen shownWhen,
        @Nullable Scale scale) {

    public Question {
        options = Lists.kept(options);
        ranges = Lists.kept(ranges);
    }

    Scale scaleOfPoints() {
        return scale == null ? Scale.DISEASE : scale;
    }

    Optional<Option> option(String chosen) {
        return options.stream().filter(option -> option.code().equals(chosen)).findFirst();
    }

    /** What can be meant by answering it, each with its place below the question. */
    Stream<Meaning> meanings() {
        return Stream.of(
                        options.stream().map(Option::meaning),
                        ranges.stream().map(NumberRange::meaning),
                        Stream.ofNullable(ifTrue),
                        Stream.ofNullable(ifFalse))
                .flatMap(found -> found);
    }

    boolean isScored() {
        return meanings().anyMatch(meaning -> meaning.points() != null);
    }

    /** What this answer means, one meaning for each option that was chosen. */
    List<Meaning> meant(Answer answer) {
        return switch (answer) {
            case Answer.YesOrNo(var yes) ->
                Stream.ofNullable(yes ? ifTrue : ifFalse).toList();
            case Answer.Choice(var code) -> meant(List.of(code));
            case Answer.Choices(var codes) -> meant(codes);
            case Answer.Quantity(var number) ->
                ranges.stream()
                        .filter(range -> range.holds(number))
                        .map(NumberRange::meaning)
                        .toList();
            case Answer.Day day -> List.of();
            case Answer.Words words -> List.of();
        };
    }

    private List<Meaning> meant(List<String> codes) {
        return codes.stream()
                .flatMap(code -> option(code).stream())
                .map(Option::meaning)
                .toList();
    }

    /** The most points that any answer can give. */
    int pointsMax() {
        var points = meanings().map(Meaning::points).filter(java.util.Objects::nonNull);
        return type == QuestionType.CHOICES
                ? points.mapToInt(Integer::intValue).filter(each -> each > 0).sum()
                : points.mapToInt(Integer::intValue).max().orElse(0);
    }
}
