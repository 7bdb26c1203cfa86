package dev.firstfill.api.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * One body for each operation that takes one, kept in {@code contract/examples} under the operation's id. The same
 * bodies begin the attacks of the tests, which proves that each of them works.
 */
final class Examples {
    private static final ObjectMapper JSON = new ObjectMapper();

    Optional<Object> of(String operationId) {
        var file = "contract/examples/%s.json".formatted(operationId);
        try (var example = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            return example == null ? Optional.empty() : Optional.of(JSON.readValue(example, Object.class));
        } catch (IOException malformed) {
            throw new UncheckedIOException(file, malformed);
        }
    }
}
