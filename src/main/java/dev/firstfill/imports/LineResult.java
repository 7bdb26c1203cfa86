package dev.firstfill.imports;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.firstfill.kernel.Refusal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of one line.
 *
 * @param id of what is in the pharmacy now; null when it was refused
 * @param code why it was refused; null when it was not, and so are pointer and message
 */
public record LineResult(
        long number,
        @Nullable ImportKind kind,
        Outcome outcome,
        @Nullable UUID id,
        @Nullable String code,
        @Nullable String pointer,
        @Nullable String message) {

    /** What became of it. */
    @Schema(name = "ImportOutcome", description = "What became of the line.")
    public enum Outcome {
        @JsonProperty("created")
        CREATED,
        /** The pharmacy has it already. */
        @JsonProperty("present")
        PRESENT,
        @JsonProperty("refused")
        REFUSED
    }

    static LineResult created(ImportLine.Readable line, UUID id) {
        return new LineResult(line.number(), line.record().kind(), Outcome.CREATED, id, null, null, null);
    }

    static LineResult present(ImportLine.Readable line, UUID id) {
        return new LineResult(line.number(), line.record().kind(), Outcome.PRESENT, id, null, null, null);
    }

    static LineResult refused(ImportLine.Readable line, Refusal refusal) {
        var pointer = refusal instanceof ImportRefusals.ReferenceUnknown unknown ? unknown.pointer() : "/record";
        return new LineResult(
                line.number(),
                line.record().kind(),
                Outcome.REFUSED,
                null,
                refusal.code(),
                pointer,
                refusal.getMessage());
    }

    static LineResult refused(ImportLine.Unreadable line) {
        return new LineResult(
                line.number(), line.kind(), Outcome.REFUSED, null, line.code(), line.pointer(), line.message());
    }
}
