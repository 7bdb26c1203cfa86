/** The audit ledger over HTTP, for the privacy officer. */
@NullMarked
package dev.firstfill.api.audit;

import org.jspecify.annotations.NullMarked;
