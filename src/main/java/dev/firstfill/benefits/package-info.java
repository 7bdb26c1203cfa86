/**
 * What a patient's insurance gives for a drug, and who pays what it does not: plain values with their rules. They are
 * kept by whoever works a case; nothing here reads or writes.
 */
@NullMarked
package dev.firstfill.benefits;

import org.jspecify.annotations.NullMarked;
