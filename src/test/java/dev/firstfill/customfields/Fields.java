package dev.firstfill.customfields;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields that Northgate defined for its patients, and what is wrong with values for them. */
final class Fields {

    static final CustomFieldDefinition NICKNAME = text("nickname", 20);
    static final CustomFieldDefinition ANNUAL_INCOME =
            number("annualIncome", new BigDecimal("0"), new BigDecimal("1000000.50"));
    static final CustomFieldDefinition NEEDS_INTERPRETER = plain("needsInterpreter", CustomFieldType.BOOLEAN);
    static final CustomFieldDefinition ENROLLED_ON = plain("enrolledOn", CustomFieldType.DATE);
    static final CustomFieldDefinition REMS_STATUS =
            options("remsStatus", CustomFieldType.CHOICE, "Not enrolled", "Pending", "Enrolled");
    static final CustomFieldDefinition BARRIERS =
            options("barriers", CustomFieldType.MULTI_CHOICE, "Cost", "Travel", "Side effects");

    static final List<CustomFieldDefinition> ALL =
            List.of(NICKNAME, ANNUAL_INCOME, NEEDS_INTERPRETER, ENROLLED_ON, REMS_STATUS, BARRIERS);

    private Fields() {}

    static CustomFieldDefinition text(String key, @Nullable Integer maxLength) {
        return new CustomFieldDefinition(
                key, "A text", CustomFieldType.TEXT, false, maxLength, null, null, List.of(), false, false);
    }

    static CustomFieldDefinition number(String key, @Nullable BigDecimal min, @Nullable BigDecimal max) {
        return new CustomFieldDefinition(
                key, "A number", CustomFieldType.NUMBER, false, null, min, max, List.of(), false, false);
    }

    static CustomFieldDefinition plain(String key, CustomFieldType type) {
        return new CustomFieldDefinition(key, "A field", type, false, null, null, null, List.of(), false, false);
    }

    static CustomFieldDefinition options(String key, CustomFieldType type, String... options) {
        return new CustomFieldDefinition(
                key, "A choice", type, false, null, null, null, List.of(options), false, false);
    }

    static CustomFieldDefinition required(CustomFieldDefinition field) {
        return new CustomFieldDefinition(
                field.key(),
                field.label(),
                field.type(),
                true,
                field.maxLength(),
                field.min(),
                field.max(),
                field.options(),
                field.sensitive(),
                field.archived());
    }

    static CustomFieldDefinition archived(CustomFieldDefinition field) {
        return new CustomFieldDefinition(
                field.key(),
                field.label(),
                field.type(),
                field.required(),
                field.maxLength(),
                field.min(),
                field.max(),
                field.options(),
                field.sensitive(),
                true);
    }

    static List<String> codes(Map<String, ?> given, List<CustomFieldDefinition> fields) {
        return problems(given, fields).stream().map(CustomFieldProblem::code).toList();
    }

    static List<CustomFieldProblem> problems(Map<String, ?> given, List<CustomFieldDefinition> fields) {
        return switch (CustomFields.check(given, fields)) {
            case CustomFieldsCheck.Accepted accepted -> List.of();
            case CustomFieldsCheck.Refused(var problems) -> problems;
        };
    }
}
