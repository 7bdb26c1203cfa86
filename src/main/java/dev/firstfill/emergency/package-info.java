/**
 * Breaking the glass: in an emergency anybody who works in the pharmacy may read one patient's record for an hour (45
 * CFR 164.312(a)(2)(ii)). It is told at once, and the privacy officer reviews it.
 */
@NullMarked
package dev.firstfill.emergency;

import org.jspecify.annotations.NullMarked;
