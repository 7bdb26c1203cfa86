package dev.firstfill.api.imports;

import dev.firstfill.imports.ImportKind;
import dev.firstfill.imports.RefusedLine;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of the lines that were refused when they were sent last. */
@Schema(description = "One page of the lines that were refused when they were sent last, in the order of the file.")
public record RefusedLines(
        List<Item> items,

        @Nullable @Schema(description = "Where the list goes on; absent on the last page.")
        String nextCursor) {

    /** One of them. */
    @Schema(name = "RefusedLine", description = "A line that was refused. Nothing that stood in it is kept.")
    public record Item(
            long line,

            @Nullable @Schema(description = "Absent when not even that could be read.")
            ImportKind kind,

            @Schema(examples = "past-fill-gap") String code,
            @Schema(examples = "/record") String pointer) {
        static Item of(RefusedLine line) {
            return new Item(line.number(), line.kind(), line.code(), line.pointer());
        }
    }
}
