package dev.firstfill.tenancy.audit;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** A ledger to be read in order of its numbers, a page at a time. */
@FunctionalInterface
interface LedgerPages {
    /** @param from number of the first record wanted; what has the same number comes together */
    CompletionStage<List<StoredRecord>> from(long from, int limit);
}
