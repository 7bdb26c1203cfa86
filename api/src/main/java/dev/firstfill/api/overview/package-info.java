/** A patient at a glance, over HTTP. */
@NullMarked
package dev.firstfill.api.overview;

import org.jspecify.annotations.NullMarked;
