/**
 * What prescribers order for patients, from the draft to the last fill.
 *
 * <p>A prescription is a legal record: patient, prescriber and drug of an active one never change, every move and every
 * amendment leaves a row that stays, and nothing is deleted. How many fills are taken is guarded by a lock on its row
 * and again by the table. Other contexts act on prescriptions through {@link
 * dev.firstfill.prescribing.PrescriptionBook}. See docs/prescriptions.md.
 */
@NullMarked
package dev.firstfill.prescribing;

import org.jspecify.annotations.NullMarked;
