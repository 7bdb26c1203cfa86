/** The packaged program, started as it is in production, with its cables pulled. */
@NullMarked
package dev.firstfill.api.faults;

import org.jspecify.annotations.NullMarked;
