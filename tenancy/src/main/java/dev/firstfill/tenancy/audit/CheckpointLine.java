package dev.firstfill.tenancy.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firstfill.tenancy.catalogue.TenantId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** A checkpoint as a line of JSON, for programs that are not ours as well. */
final class CheckpointLine {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HexFormat HEX = HexFormat.of();

    private CheckpointLine() {}

    static String of(Checkpoint checkpoint) {
        var line = JSON.createObjectNode()
                .put("tenant", checkpoint.tenant().toString())
                .put("seq", checkpoint.seq())
                .put("hash", HEX.formatHex(checkpoint.hash()))
                .put("at", checkpoint.at().toString());
        if (checkpoint.before() != null) {
            line.put("before", HEX.formatHex(checkpoint.before()));
        }
        return line.put("signature", HEX.formatHex(checkpoint.signature())).toString();
    }

    /**
     * Empty for what is none, such as a line that was cut off when the machine failed. Whoever spoils a line on
     * purpose has done no more than take it out, and the one after it names what is missing.
     */
    static Optional<Checkpoint> read(String line) {
        try {
            var json = JSON.readTree(line);
            return Optional.of(new Checkpoint(
                    new TenantId(UUID.fromString(json.path("tenant").asText())),
                    json.path("seq").asLong(),
                    HEX.parseHex(json.path("hash").asText()),
                    Instant.parse(json.path("at").asText()),
                    json.has("before") ? HEX.parseHex(json.path("before").asText()) : null,
                    HEX.parseHex(json.path("signature").asText())));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException none) {
            return Optional.empty();
        }
    }
}
