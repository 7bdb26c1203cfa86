package dev.firstfill.tenancy.audit;

import java.util.Arrays;

/** A place in a pharmacy's chain: the number of a record and its hash. */
record Head(long seq, byte[] hash) {
    boolean is(byte[] other) {
        return Arrays.equals(hash, other);
    }
}
