package dev.firstfill.tenancy.audit;

import dev.firstfill.tenancy.audit.Finding.Kind;
import dev.firstfill.tenancy.catalogue.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoints of one pharmacy, from wherever they are kept. Several replicas sign side by side, so they need not
 * form one line; but each is signed, and the one that it names as the one before is there.
 */
final class CheckpointCheck {
    private CheckpointCheck() {}

    /** @return those that are to be believed, by their place */
    static List<Checkpoint> believed(
            TenantId tenant, Collection<Checkpoint> found, SignatureCheck signatures, Findings findings) {
        var believed = new ArrayList<Checkpoint>();
        for (var checkpoint : new LinkedHashSet<>(found)) {
            if (checkpoint.tenant().equals(tenant) && signatures.isGood(checkpoint)) {
                believed.add(checkpoint);
            } else {
                findings.add(Kind.CHECKPOINT_FORGED, checkpoint.seq(), checkpoint.seq());
            }
        }
        believed.sort(Comparator.comparing(Checkpoint::seq).thenComparing(Checkpoint::at));
        findMissing(believed, findings);
        return believed;
    }

    private static void findMissing(List<Checkpoint> believed, Findings findings) {
        Set<Digest> digests = new HashSet<>();
        believed.forEach(checkpoint -> digests.add(new Digest(checkpoint.digest())));
        long previous = 0;
        for (var checkpoint : believed) {
            if (checkpoint.before() != null && !digests.contains(new Digest(checkpoint.before()))) {
                findings.add(Kind.CHECKPOINT_MISSING, previous + 1, checkpoint.seq());
            }
            previous = checkpoint.seq();
        }
    }

    /** Arrays compare by identity. */
    private record Digest(byte[] bytes) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Digest that && java.util.Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return java.util.Arrays.hashCode(bytes);
        }
    }
}
