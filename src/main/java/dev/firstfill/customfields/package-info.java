/**
 * What a pharmacy records of its patients beyond what every pharmacy does: fields it defines for itself, such as the
 * journey stage or the REMS status.
 *
 * <p>A {@link dev.firstfill.customfields.CustomFieldDefinition definition} says what a field takes;
 * {@link dev.firstfill.customfields.CustomFields} checks values against all of a pharmacy's definitions at once, names
 * every problem, and yields the values in the one form in which they are kept: texts trimmed, numbers without idle
 * zeros, choices in the order of the definition.
 *
 * <p>An archived field takes no new values, and those it has are history: they are carried over and never changed.
 *
 * <p>No message repeats a value, because values describe a patient.
 */
@org.jspecify.annotations.NullMarked
package dev.firstfill.customfields;
