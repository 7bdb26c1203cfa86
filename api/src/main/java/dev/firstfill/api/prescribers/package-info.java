/** Prescribers over HTTP. */
@NullMarked
package dev.firstfill.api.prescribers;

import org.jspecify.annotations.NullMarked;
