/** Drugs over HTTP. */
@NullMarked
package dev.firstfill.api.drugs;

import org.jspecify.annotations.NullMarked;
