/** Writes that happen once, however often a client sends them. */
@NullMarked
package dev.firstfill.api.idempotency;

import org.jspecify.annotations.NullMarked;
