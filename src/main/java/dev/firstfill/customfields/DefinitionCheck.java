package dev.firstfill.customfields;

import static dev.firstfill.customfields.CustomFieldDefinition.MAX_OPTIONS;
import static dev.firstfill.customfields.CustomFieldDefinition.MAX_TEXT_LENGTH;
import static dev.firstfill.customfields.CustomFieldRule.DEFINITION_KEY;
import static dev.firstfill.customfields.CustomFieldRule.DEFINITION_LABEL;
import static dev.firstfill.customfields.CustomFieldRule.DEFINITION_MAX_LENGTH;
import static dev.firstfill.customfields.CustomFieldRule.DEFINITION_NOT_OF_TYPE;
import static dev.firstfill.customfields.CustomFieldRule.DEFINITION_OPTION;
import static dev.firstfill.customfields.CustomFieldRule.DEFINITION_OPTIONS;
import static dev.firstfill.customfields.CustomFieldRule.DEFINITION_OPTIONS_LENGTH;
import static dev.firstfill.customfields.CustomFieldRule.DEFINITION_OPTION_REPEATED;
import static dev.firstfill.customfields.CustomFieldRule.DEFINITION_RANGE;
import static dev.firstfill.customfields.CustomFieldRule.DEFINITION_TYPE;
import static dev.firstfill.customfields.CustomFieldRule.NUMBER_DIGITS;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is wrong with a definition that somebody wishes for. */
record DefinitionCheck(
        @Nullable String key,
        String label,
        @Nullable CustomFieldType type,
        @Nullable Integer maxLength,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        List<String> options) {

    /** Long enough to be understood, short enough for the heading of a column. */
    static final int MAX_KEY_LENGTH = 40;

    static final Pattern KEY = Pattern.compile("[a-z][a-zA-Z0-9]{0," + (MAX_KEY_LENGTH - 1) + "}");

    private static final int MAX_LABEL_LENGTH = 80;
    private static final int MAX_OPTION_LENGTH = 100;

    /** Fifty options of forty characters each; the whole definition stays within a page of the database. */
    private static final int MAX_OPTIONS_LENGTH = 2_000;

    List<CustomFieldProblem> problems() {
        var problems = new ArrayList<CustomFieldProblem>();
        if (key == null || !KEY.matcher(key).matches()) {
            problems.add(DEFINITION_KEY.at("/key", MAX_KEY_LENGTH));
        }
        if (!Accepts.isLine(label, MAX_LABEL_LENGTH)) {
            problems.add(DEFINITION_LABEL.at("/label", MAX_LABEL_LENGTH));
        }
        if (type == null) {
            problems.add(DEFINITION_TYPE.at("/type"));
            return problems;
        }
        checkLength(type, problems);
        checkRange(type, problems);
        checkOptions(type, problems);
        return problems;
    }

    private void checkLength(CustomFieldType type, List<CustomFieldProblem> problems) {
        if (maxLength == null) {
            return;
        }
        if (type != CustomFieldType.TEXT) {
            problems.add(DEFINITION_NOT_OF_TYPE.at("/maxLength"));
        } else if (maxLength < 1 || maxLength > MAX_TEXT_LENGTH) {
            problems.add(DEFINITION_MAX_LENGTH.at("/maxLength", MAX_TEXT_LENGTH));
        }
    }

    private void checkRange(CustomFieldType type, List<CustomFieldProblem> problems) {
        checkBound("/min", min, type, problems);
        checkBound("/max", max, type, problems);
        if (min != null && max != null && min.compareTo(max) > 0) {
            problems.add(DEFINITION_RANGE.at("/min"));
        }
    }

    private static void checkBound(
            String pointer, @Nullable BigDecimal bound, CustomFieldType type, List<CustomFieldProblem> problems) {
        if (bound == null) {
            return;
        }
        if (type != CustomFieldType.NUMBER) {
            problems.add(DEFINITION_NOT_OF_TYPE.at(pointer));
        } else if (!Accepts.Decimal.isKeepable(bound)) {
            problems.add(NUMBER_DIGITS.at(pointer, Accepts.Decimal.MAX_DIGITS, Accepts.Decimal.MAX_DECIMALS));
        }
    }

    private void checkOptions(CustomFieldType type, List<CustomFieldProblem> problems) {
        if (!type.hasOptions()) {
            if (!options.isEmpty()) {
                problems.add(DEFINITION_NOT_OF_TYPE.at("/options"));
            }
            return;
        }
        if (options.isEmpty() || options.size() > MAX_OPTIONS) {
            problems.add(DEFINITION_OPTIONS.at("/options", MAX_OPTIONS));
            return;
        }
        if (options.stream().mapToInt(String::length).sum() > MAX_OPTIONS_LENGTH) {
            problems.add(DEFINITION_OPTIONS_LENGTH.at("/options", MAX_OPTIONS_LENGTH));
            return;
        }
        var seen = new HashSet<String>();
        for (int i = 0; i < options.size(); i++) {
            if (!Accepts.isLine(options.get(i), MAX_OPTION_LENGTH)) {
                problems.add(DEFINITION_OPTION.at("/options/" + i, MAX_OPTION_LENGTH));
            } else if (!seen.add(options.get(i).toLowerCase(Locale.ROOT))) {
                problems.add(DEFINITION_OPTION_REPEATED.at("/options/" + i));
            }
        }
    }
}
