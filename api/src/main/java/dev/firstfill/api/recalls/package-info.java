/** Whom a recall concerns, over HTTP. */
@NullMarked
package dev.firstfill.api.recalls;

import org.jspecify.annotations.NullMarked;
