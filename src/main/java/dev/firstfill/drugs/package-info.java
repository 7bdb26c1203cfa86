/**
 * What the pharmacy dispenses: one drug for each package, with what storing, handling and dispensing it demands.
 *
 * <p>The NDC is unique within the pharmacy and accepted wherever the id is. It is kept in two forms: the canonical one
 * for programs, and the one in which somebody entered it, for comparison with the label in hand. Drugs are never
 * deleted: prescriptions and lots point to them.
 */
@NullMarked
package dev.firstfill.drugs;

import org.jspecify.annotations.NullMarked;
