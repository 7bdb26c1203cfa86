package dev.firstfill.customfields;

/**
 * One thing that is wrong with a custom field's value or definition.
 *
 * @param pointer a JSON pointer into what was checked: "/tags/2", or empty for the whole of it
 * @param code stable, in kebab-case
 * @param message explains the rule and never repeats the value
 */
public record CustomFieldProblem(String pointer, String code, String message) {}
