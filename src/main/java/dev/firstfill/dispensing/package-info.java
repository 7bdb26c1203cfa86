/**
 * From the queue to the patient's door: filling, the pharmacist's verification, packing, shipping, and what comes back.
 * The one context that knows prescribing, inventory, claims and assessments; none of them knows it.
 *
 * <p>It promises that nothing leaves the pharmacy unless every {@link dev.firstfill.dispensing.Gate} is open, looked at
 * when a pharmacist verifies and again when the box is handed over; that a fill and a unit of stock are spent once; and
 * that every dispense can tell its story.
 */
@NullMarked
package dev.firstfill.dispensing;

import org.jspecify.annotations.NullMarked;
