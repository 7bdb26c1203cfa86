package dev.firstfill.imports;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.firstfill.kernel.Colleague;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An import: one file of one source.
 *
 * @param source the other system, by a name whose keys stay the same from import to import
 * @param lastLine the highest number of a line that was answered
 */
public record ImportJob(
        ImportId id,
        int version,
        String source,
        State state,
        long lastLine,
        Instant begunAt,
        Colleague begunBy,
        @Nullable Instant completedAt) {

    /** Whether lines may be sent. */
    @Schema(name = "ImportState", description = "Whether lines may be sent.")
    public enum State {
        @JsonProperty("open")
        OPEN,
        @JsonProperty("completed")
        COMPLETED
    }

    /**
     * How many lines came to what, each counted once, as it was answered last.
     *
     * @param kind null for lines of which not even that could be read
     */
    public record Count(@Nullable ImportKind kind, LineResult.Outcome outcome, long lines) {}

    /** How far it is. */
    public record Progress(ImportJob job, List<Count> counts) {
        public Progress {
            counts = List.copyOf(counts);
        }
    }
}
