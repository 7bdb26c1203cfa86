package dev.firstfill.customfields;

import java.util.Locale;

/** Every way a custom field can be wrong; first those of values, then those of definitions. */
enum CustomFieldRule {
    UNKNOWN("The pharmacy has not defined this field."),
    TOO_MANY("A patient has at most %d custom fields."),
    ARCHIVED("This field is archived: its value can no longer be set or changed."),
    MISSING("This field is required."),
    WRONG_TYPE("This field takes %s."),
    TEXT_LENGTH("This field takes at most %d characters."),
    TEXT_CHARACTERS("A text has no control characters other than tabs and line breaks, and no broken characters."),
    NUMBER_DIGITS("A number has at most %d digits, of which at most %d after the decimal point."),
    NUMBER_TOO_SMALL("This field takes no number below %s."),
    NUMBER_TOO_LARGE("This field takes no number above %s."),
    DATE_YEAR("A date lies in the years %d to %d."),
    NOT_AN_OPTION("This is not one of the field's options."),
    OPTION_REPEATED("This option is named twice."),
    OPTION_COUNT("The field has %d options; more are named."),

    DEFINITION_COUNT("A pharmacy has at most %d custom fields, archived ones included."),
    DEFINITION_KEY_REPEATED("A custom field of this key exists."),
    DEFINITION_KEY("A key begins with a small letter and has at most %d letters and digits in all."),
    DEFINITION_LABEL("A label has 1 to %d characters on one line."),
    DEFINITION_TYPE("A definition has a type."),
    DEFINITION_MAX_LENGTH("The length of a text field is limited to 1 to %d characters."),
    DEFINITION_RANGE("The smallest number is not above the largest."),
    DEFINITION_OPTIONS("A field of choices has 1 to %d options."),
    DEFINITION_OPTIONS_LENGTH("The options have at most %d characters together."),
    DEFINITION_OPTION("An option has 1 to %d characters on one line."),
    DEFINITION_OPTION_REPEATED("This option stands in the list already, perhaps in other letter case."),
    DEFINITION_NOT_OF_TYPE("Fields of this type do not have this property.");

    private final String message;

    CustomFieldRule(String message) {
        this.message = message;
    }

    String code() {
        return "custom-field-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @param limits what the definition allows; never what was given */
    CustomFieldProblem at(String pointer, Object... limits) {
        return new CustomFieldProblem(pointer, code(), message.formatted(limits));
    }
}
