/**
 * Codes and numbers that the outside world issues: by CMS, the DEA, the FDA, payers, carriers and the post office.
 *
 * <p>Each is a value with one canonical form. {@code parse} accepts what people really type (spaces, hyphens, lower
 * case, marks that a copied text brings along) and throws {@link dev.firstfill.identifiers.MalformedIdentifier} for
 * everything else. In JSON each is a plain string in canonical form. The constructor takes the canonical form only: it
 * is for values that were parsed once and kept.
 *
 * <p>A value that parses is well formed. Whether it was ever issued, or is still in force, is a question for tables
 * with dates, which this package does not have.
 *
 * <p>What identifies a person hides its value in {@code toString}, so that it cannot slip into a log; {@code value()}
 * gives it.
 */
@org.jspecify.annotations.NullMarked
package dev.firstfill.identifiers;
