package dev.firstfill.api.imports;

import dev.firstfill.api.security.ColleagueView;
import dev.firstfill.imports.ImportJob;
import dev.firstfill.imports.ImportKind;
import dev.firstfill.imports.LineResult;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An import, and how far it is. */
@Schema(name = "Import", description = "An import, and how far it is.")
public record ImportView(
        UUID id,

        @Schema(examples = "legacy-rx") String source,

        ImportJob.State state,

        @Schema(description = "The highest number of a line that was answered; 0 before the first.")
        long lastLine,

        @Schema(description = "How many lines came to what: each counts once, as it was answered last.")
        List<Count> counts,

        Instant begunAt,
        ColleagueView begunBy,
        @Nullable Instant completedAt) {

    /** So many lines of one kind came to this. */
    @Schema(name = "ImportCount", description = "So many lines of one kind came to this.")
    public record Count(
            @Nullable @Schema(description = "Absent for lines of which not even that could be read.")
            ImportKind kind,

            LineResult.Outcome result,
            long lines) {}

    static ImportView of(ImportJob job) {
        return of(new ImportJob.Progress(job, List.of()));
    }

    static ImportView of(ImportJob.Progress progress) {
        var job = progress.job();
        return new ImportView(
                job.id().value(),
                job.source(),
                job.state(),
                job.lastLine(),
                progress.counts().stream()
                        .map(count -> new Count(count.kind(), count.outcome(), count.lines()))
                        .toList(),
                job.begunAt(),
                ColleagueView.of(job.begunBy()),
                job.completedAt());
    }
}
