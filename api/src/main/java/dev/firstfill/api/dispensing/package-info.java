/** Dispenses over HTTP. */
@NullMarked
package dev.firstfill.api.dispensing;

import org.jspecify.annotations.NullMarked;
