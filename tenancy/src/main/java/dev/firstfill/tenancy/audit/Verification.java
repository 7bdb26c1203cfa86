package dev.firstfill.tenancy.audit;

import dev.firstfill.tenancy.catalogue.TenantId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Checks one pharmacy's ledger against itself and against its checkpoints. Holds two pages in memory: while one is
 * reckoned, the next is on its way. For a worker thread.
 */
final class Verification {
    /** Some two megabytes: round trips do not count any more. */
    static final int PAGE = 4_000;

    private static final Duration LONGEST_READ = Duration.ofMinutes(2);

    private final TenantId tenant;
    private final LedgerPages pages;
    private final SignatureCheck signatures;

    Verification(TenantId tenant, LedgerPages pages, SignatureCheck signatures) {
        this.tenant = tenant;
        this.pages = pages;
        this.signatures = signatures;
    }

    /**
     * @param upTo number of the last record when this began: those that are appended meanwhile are left for another day
     * @param found checkpoints from wherever they are kept
     */
    VerificationResult run(long upTo, Collection<Checkpoint> found, Consumer<VerificationProgress> progress) {
        var since = System.nanoTime();
        var findings = new Findings();
        var checkpoints = CheckpointCheck.believed(tenant, found, signatures, findings);
        var check = new ChainCheck(tenant, checkpoints, findings);
        long records = 0;
        long bytes = 0;
        var underWay = pages.from(Long.MIN_VALUE, PAGE);
        long seen = Long.MIN_VALUE;
        for (var page = await(underWay); !page.isEmpty() && seen < upTo; page = await(underWay)) {
            underWay = pages.from(nextFrom(page), PAGE);
            for (var row : news(page, seen)) {
                if (row.seq() <= upTo) {
                    check.next(row);
                    records++;
                    bytes += row.bytes();
                }
            }
            seen = lastOf(page);
            progress.accept(new VerificationProgress(
                    records, Math.max(upTo, records), bytes, Duration.ofNanos(System.nanoTime() - since)));
        }
        check.end();
        return new VerificationResult(
                records,
                bytes,
                checkpoints.size(),
                checkpoints.isEmpty()
                        ? 0
                        : checkpoints.get(checkpoints.size() - 1).seq(),
                Duration.ofNanos(System.nanoTime() - since),
                findings.kept(),
                findings.leftOut());
    }

    /**
     * The last row comes once more with the next page: had somebody put in another of the same number, it would
     * otherwise slip through between two pages.
     */
    private static long nextFrom(List<StoredRecord> page) {
        var last = lastOf(page);
        return page.get(0).seq() == last ? last + 1 : last;
    }

    private static List<StoredRecord> news(List<StoredRecord> page, long seen) {
        return page.get(0).seq() == seen ? page.subList(1, page.size()) : page;
    }

    private static long lastOf(List<StoredRecord> page) {
        return page.get(page.size() - 1).seq();
    }

    private static List<StoredRecord> await(CompletionStage<List<StoredRecord>> page) {
        try {
            return page.toCompletableFuture().get(LONGEST_READ.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException | TimeoutException | ExecutionException failure) {
            throw new IllegalStateException("The ledger could not be read to its end", failure);
        }
    }
}
