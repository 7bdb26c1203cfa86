/** Fires in every pharmacy what falls due there. */
@NullMarked
package dev.firstfill.tenancy.timers;

import org.jspecify.annotations.NullMarked;
