/** What the audit ledger keeps of requests, and what becomes of requests that it cannot keep. */
@NullMarked
package dev.firstfill.api.audit;

import org.jspecify.annotations.NullMarked;
