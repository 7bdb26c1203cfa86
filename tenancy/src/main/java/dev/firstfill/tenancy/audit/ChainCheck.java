package dev.firstfill.tenancy.audit;

import dev.firstfill.tenancy.audit.Finding.Kind;
import dev.firstfill.tenancy.catalogue.TenantId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes along a ledger from its first record, reckons every hash anew, and holds it against the checkpoints. It does
 * not stop at what is wrong: it takes up the chain again behind it, so that each place is named and nothing else.
 */
final class ChainCheck {
    /** So many records put in between two others are still told from others that were altered. */
    private static final int REMEMBERED = 16;

    /** In a row of altered records each has more than one hash that it may have had. */
    private static final int POSSIBLE_MAX = 8;

    /** @param clean whether it follows from the one before it */
    private record Passed(long seq, byte[] hash, boolean clean) {}

    private final Findings findings;
    private final List<Checkpoint> checkpoints;
    private final Deque<Passed> passed = new ArrayDeque<>();
    private List<byte[]> possible;
    private long last;
    private int nextCheckpoint;
    private long agreedUpTo;
    private boolean contradicted;

    /** @param checkpoints that are believed, by their place */
    ChainCheck(TenantId tenant, List<Checkpoint> checkpoints, Findings findings) {
        this.findings = findings;
        this.checkpoints = checkpoints;
        this.possible = List.of(Chain.genesis(tenant));
        this.passed.add(new Passed(0, possible.get(0), true));
    }

    /** The number of the last record seen. */
    long last() {
        return last;
    }

    void next(StoredRecord row) {
        if (row.seq() <= last) {
            findings.add(last == 0 ? Kind.ALTERED : Kind.DOUBLED, row.seq(), row.seq());
            return;
        }
        if (row.seq() > last + 1) {
            findings.add(Kind.MISSING, last + 1, row.seq() - 1);
            possible = signedAt(row.seq() - 1);
            passed.clear();
        }
        var leaf = row.leaf();
        var follows = leaf == null ? List.<byte[]>of() : following(leaf);
        boolean clean = leaf != null && (possible.isEmpty() || contains(follows, row.hash()));
        if (!clean) {
            notFollowing(row, leaf);
        }
        goOn(row, follows, clean);
        compare(row.seq());
    }

    private List<byte[]> following(byte[] leaf) {
        return possible.stream().map(before -> Chain.next(before, leaf)).toList();
    }

    private void notFollowing(StoredRecord row, byte @Nullable [] leaf) {
        var putIn = leaf == null ? -1 : firstPutInBefore(row, leaf);
        if (putIn > 0) {
            findings.add(Kind.PUT_IN, putIn, row.seq() - 1);
        } else {
            findings.add(Kind.ALTERED, row.seq(), row.seq());
        }
    }

    /**
     * When this record follows from an earlier one, and all between them hang together, they were put in. When they do
     * not, it is this one that may have come from elsewhere.
     */
    private long firstPutInBefore(StoredRecord row, byte[] leaf) {
        long first = -1;
        for (var earlier : passed) {
            if (first > 0 && Arrays.equals(Chain.next(earlier.hash(), leaf), row.hash())) {
                return first;
            }
            if (!earlier.clean()) {
                return -1;
            }
            first = earlier.seq();
        }
        return -1;
    }

    /** Either its hash is right and what it says was altered, or the other way round: both are kept in mind. */
    private void goOn(StoredRecord row, List<byte[]> follows, boolean clean) {
        var hashes = new ArrayList<byte[]>();
        if (row.hash() != null) {
            hashes.add(row.hash());
        }
        if (!clean) {
            follows.stream().limit(POSSIBLE_MAX - 1).forEach(hashes::add);
        }
        possible = hashes;
        if (row.hash() != null) {
            passed.addFirst(new Passed(row.seq(), row.hash(), clean));
        }
        while (passed.size() > REMEMBERED) {
            passed.removeLast();
        }
        last = row.seq();
    }

    private List<byte[]> signedAt(long seq) {
        return checkpoints.stream()
                .skip(nextCheckpoint)
                .takeWhile(checkpoint -> checkpoint.seq() <= seq)
                .filter(checkpoint -> checkpoint.seq() == seq)
                .map(Checkpoint::hash)
                .toList();
    }

    private void compare(long seq) {
        while (nextCheckpoint < checkpoints.size()
                && checkpoints.get(nextCheckpoint).seq() <= seq) {
            var checkpoint = checkpoints.get(nextCheckpoint++);
            if (checkpoint.seq() < seq) {
                // Its record is missing, and that was said.
                continue;
            }
            if (contains(possible, checkpoint.hash())) {
                agreedUpTo = seq;
                contradicted = false;
            } else if (!contradicted) {
                contradicted = true;
                findings.add(Kind.REWRITTEN, agreedUpTo + 1, seq);
            }
        }
    }

    void end() {
        if (nextCheckpoint < checkpoints.size()) {
            var furthest = checkpoints.get(checkpoints.size() - 1).seq();
            findings.add(Kind.CUT_OFF, last + 1, furthest);
        }
    }

    private static boolean contains(List<byte[]> hashes, byte @Nullable [] hash) {
        return hashes.stream().anyMatch(one -> Arrays.equals(one, hash));
    }
}
