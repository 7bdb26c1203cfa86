package dev.firstfill.assessments;

/**
 * One thing that is wrong with a template or with answers.
 *
 * @param pointer a JSON pointer into the body: {@code /answers/main-barrier}
 * @param code stable, in kebab-case
 * @param message explains the rule and never repeats the value
 */
public record Fault(String pointer, String code, String message) {}
