/** Tells those outside what happened: at least once, in order for each thing, and after it is committed. */
@NullMarked
package dev.firstfill.tenancy.outbox;

import org.jspecify.annotations.NullMarked;
