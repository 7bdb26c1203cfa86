package dev.firstfill.api.imports;

import dev.firstfill.imports.ImportKind;
import dev.firstfill.imports.LineResult;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of one line. */
@Schema(
        name = "ImportLineResult",
        description = "What became of one line; an answer has one such document a line, in the order of the body.")
public record ImportAnswer(
        long line,

        @Nullable @Schema(description = "Absent when not even that could be read.")
        ImportKind kind,

        LineResult.Outcome result,

        @Nullable @Schema(description = "Of what is in the pharmacy now; absent when the line was refused.")
        UUID id,

        @Nullable @Schema(examples = "import-reference-unknown", description = "Why it was refused.")
        String code,

        @Nullable @Schema(examples = "/record/prescription", description = "Where it is wrong.")
        String pointer,

        @Nullable @Schema(description = "For whoever mends the file; names no patient.")
        String message) {
    static ImportAnswer of(LineResult result) {
        return new ImportAnswer(
                result.number(),
                result.kind(),
                result.outcome(),
                result.id(),
                result.code(),
                result.pointer(),
                result.message());
    }
}
