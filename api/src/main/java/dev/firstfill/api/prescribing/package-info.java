/** Prescriptions over HTTP. */
@NullMarked
package dev.firstfill.api.prescribing;

import org.jspecify.annotations.NullMarked;
