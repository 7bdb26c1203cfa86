/** The ledger of who did what to whose data: written before the answer, chained, signed, and never changed. */
@NullMarked
package dev.firstfill.tenancy.audit;

import org.jspecify.annotations.NullMarked;
