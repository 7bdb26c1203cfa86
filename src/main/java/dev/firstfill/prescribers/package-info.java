/**
 * Who writes the prescriptions: how they are registered, what they practise, and how their offices are reached.
 *
 * <p>Prescribers are known by public identifiers, so nothing here is sealed. The NPI is unique within the pharmacy and
 * accepted wherever the id is, because it is what people have at hand. Prescribers are never deleted: prescriptions
 * point to them.
 */
@NullMarked
package dev.firstfill.prescribers;

import org.jspecify.annotations.NullMarked;
