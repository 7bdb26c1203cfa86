package dev.firstfill.tenancy.sealing;

import org.jspecify.annotations.Nullable;

/**
 * A pharmacy's keysets as the catalogue keeps them: encrypted with the key-encryption key.
 *
 * @param sealing the keyset that seals what can be sealed anew
 * @param indexing the keyset that makes search tokens
 * @param ledger the keyset that seals what the ledger keeps for ever; null while the sealing keyset still does
 */
public record WrappedKeys(byte[] sealing, byte[] indexing, byte @Nullable [] ledger) {
    public WrappedKeys {
        sealing = sealing.clone();
        indexing = indexing.clone();
        ledger = ledger == null ? null : ledger.clone();
    }
}
