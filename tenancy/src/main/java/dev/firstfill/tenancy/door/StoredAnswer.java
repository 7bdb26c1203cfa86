package dev.firstfill.tenancy.door;

import java.util.Map;

/**
 * An answer as it is kept for whoever sends the same wish again.
 *
 * @param headers those that belong to what was answered, such as {@code ETag}
 * @param replayed whether it was given before
 */
public record StoredAnswer(int status, Map<String, String> headers, byte[] body, boolean replayed) {
    public StoredAnswer {
        headers = Map.copyOf(headers);
        body = body.clone();
    }

    @Override
    public String toString() {
        return "StoredAnswer[%d]".formatted(status);
    }
}
