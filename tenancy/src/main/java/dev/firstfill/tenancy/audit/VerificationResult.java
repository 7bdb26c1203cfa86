package dev.firstfill.tenancy.audit;

import java.time.Duration;
import java.util.List;

/**
 * What a verification found.
 *
 * @param records that were checked
 * @param checkpoints that were believed
 * @param signedUpTo the place of the last of them; records after it rest on the chain alone
 * @param findings none when all is in order
 * @param findingsLeftOut how many more there are
 */
public record VerificationResult(
        long records,
        long bytes,
        int checkpoints,
        long signedUpTo,
        Duration elapsed,
        List<Finding> findings,
        long findingsLeftOut) {

    public boolean isInOrder() {
        return findings.isEmpty();
    }

    public VerificationProgress progress() {
        return new VerificationProgress(records, records, bytes, elapsed);
    }
}
