package dev.firstfill.api.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * One document for each operation, kept in a folder under the operation's id. Tests send the requests as they stand and
 * compare what comes back with the answers, so that neither can become untrue unseen.
 */
final class Examples {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String folder;

    private Examples(String folder) {
        this.folder = folder;
    }

    static Examples ofRequests() {
        return new Examples("contract/examples");
    }

    static Examples ofAnswers() {
        return new Examples("contract/answers");
    }

    Optional<Object> of(String operationId) {
        var file = "%s/%s.json".formatted(folder, operationId);
        try (var example = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            return example == null ? Optional.empty() : Optional.of(JSON.readValue(example, Object.class));
        } catch (IOException malformed) {
            throw new UncheckedIOException(file, malformed);
        }
    }
}
