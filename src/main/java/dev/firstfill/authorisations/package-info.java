/**
 * Prior authorisations: what a payer has said when it was asked, before it pays, whether it will. Here is the payer's
 * word, which a dispense depends on; the journey of asking is the case's.
 */
@NullMarked
package dev.firstfill.authorisations;

import org.jspecify.annotations.NullMarked;
