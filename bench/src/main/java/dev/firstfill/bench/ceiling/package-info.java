/** The least that could do the same: what ours is measured by. */
@NullMarked
package dev.firstfill.bench.ceiling;

import org.jspecify.annotations.NullMarked;
