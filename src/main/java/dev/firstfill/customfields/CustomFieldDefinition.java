package dev.firstfill.customfields;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A field that a pharmacy defined for its patients. One that exists is sound: the constructor refuses with
 * {@link CustomFieldsRefused}, naming everything that is wrong.
 *
 * @param key how programs name it: lowerCamelCase, never changed
 * @param label how people name it
 * @param required every patient must have a value
 * @param maxLength in characters, for texts; absent means {@value #MAX_TEXT_LENGTH}
 * @param min the smallest number, if there is one
 * @param max the largest number, if there is one
 * @param options what can be chosen, in the order in which people see it
 * @param sensitive only for those who may see sensitive fields
 * @param archived takes no new values
 */
public record CustomFieldDefinition(
        String key,
        String label,
        CustomFieldType type,
        boolean required,
        @Nullable Integer maxLength,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        List<String> options,
        boolean sensitive,
        boolean archived) {

    /** As much as a person writes into one box; longer texts are notes and have their own place. */
    public static final int MAX_TEXT_LENGTH = 2_000;

    /** More than a drop-down list can show; a longer list wants a table of its own. */
    public static final int MAX_OPTIONS = 50;

    @SuppressWarnings("NullAway") // JSON may leave out any component; what is missing is refused below.
    public CustomFieldDefinition {
        label = label == null ? "" : label.strip();
        options = options == null
                ? List.of()
                : options.stream().map(CustomFieldDefinition::stripped).toList();
        var problems = new DefinitionCheck(key, label, type, maxLength, min, max, options).problems();
        if (!problems.isEmpty()) {
            throw new CustomFieldsRefused(problems);
        }
        min = min == null ? null : Accepts.Decimal.plain(min);
        max = max == null ? null : Accepts.Decimal.plain(max);
    }

    /** Where its value stands among a patient's custom fields. */
    String pointer() {
        return "/" + key;
    }

    /** @param kept the value the patient has now, which an archived field holds on to */
    Verdict judge(@Nullable Object given, @Nullable Object kept) {
        if (archived) {
            return judgeArchived(given, kept);
        }
        if (isNothing(given)) {
            return required ? Verdict.refused(CustomFieldRule.MISSING.at(pointer())) : Verdict.NOTHING;
        }
        return accepts().judge(pointer(), given);
    }

    private Verdict judgeArchived(@Nullable Object given, @Nullable Object kept) {
        if (!isNothing(given) && !isSame(given, kept)) {
            return Verdict.refused(CustomFieldRule.ARCHIVED.at(pointer()));
        }
        return kept == null ? Verdict.NOTHING : new Verdict.Good(kept);
    }

    /** A value that went out to a client and came back may be another Java type of the same number. */
    private boolean isSame(Object given, @Nullable Object kept) {
        return given.equals(kept)
                || kept != null
                        && accepts().judge(pointer(), given) instanceof Verdict.Good(var one)
                        && accepts().judge(pointer(), kept) instanceof Verdict.Good(var other)
                        && one.equals(other);
    }

    private Accepts accepts() {
        return switch (type) {
            case TEXT -> new Accepts.Text(Objects.requireNonNullElse(maxLength, MAX_TEXT_LENGTH));
            case NUMBER -> new Accepts.Decimal(min, max);
            case BOOLEAN -> new Accepts.YesOrNo();
            case DATE -> new Accepts.Day();
            case CHOICE -> new Accepts.Choice(options);
            case MULTI_CHOICE -> new Accepts.Choices(options);
        };
    }

    /** A form that is left empty sends blank texts and empty lists; they mean the same as nothing. */
    private static boolean isNothing(@Nullable Object given) {
        return given == null
                || given instanceof String text && text.isBlank()
                || given instanceof List<?> list && list.isEmpty();
    }

    private static String stripped(@Nullable String option) {
        return option == null ? "" : option.strip();
    }
}
