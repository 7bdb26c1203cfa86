/** Stands where another module's code stands, so that a fixture can depend on it. */
@NullMarked
package dev.firstfill.tenancy.broken;

import org.jspecify.annotations.NullMarked;
