package dev.firstfill.api.json;

/**
 * A body that is kept byte for byte as well as read.
 *
 * @param mediaType under which it was sent, without parameters
 * @param <T> what stands in it, for the contract
 */
public record SentDocument<T>(String mediaType, byte[] bytes) {
    public static final String FHIR = "application/fhir+json";

    public SentDocument {
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    public boolean isFhir() {
        return mediaType.equals(FHIR);
    }

    @Override
    public String toString() {
        return "SentDocument[hidden]";
    }
}
