package dev.firstfill.tenancy.sealing;

/**
 * A pharmacy's keysets as the catalogue keeps them: encrypted with the key-encryption key.
 *
 * @param sealing the keyset that seals values
 * @param indexing the keyset that makes search tokens
 */
public record WrappedKeys(byte[] sealing, byte[] indexing) {
    public WrappedKeys {
        sealing = sealing.clone();
        indexing = indexing.clone();
    }
}
