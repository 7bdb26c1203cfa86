/** Who asks: closed loops for peaks, open ones for percentiles. */
@NullMarked
package dev.firstfill.bench.load;

import org.jspecify.annotations.NullMarked;
