package dev.firstfill.imports;

import dev.firstfill.imports.ImportJob.Count;
import dev.firstfill.kernel.Rows;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The queries on what became of lines. */
final class ImportLines {
    private final Mutiny.QueryProducer session;

    ImportLines(Mutiny.QueryProducer session) {
        this.session = session;
    }

    private record Columns(
            UUID jobId,
            long line,
            @Nullable String kind,
            String result,
            @Nullable String code,
            @Nullable String pointer) {}

    /** The last answer counts; yet what a line created it has created, though the second answer calls it present. */
    Uni<Void> answered(ImportId job, List<LineResult> results) {
        return new Rows(session)
                .write("""
                insert into pharmacy.import_line as l (job_id, line, kind, result, code, pointer)
                select r.job_id, r.line, r.kind, r.result, r.code, r.pointer
                from json_to_recordset(cast(cast(:rows as text) as json))
                  as r (job_id uuid, line bigint, kind text, result text, code text, pointer text)
                on conflict (job_id, line) do update
                set kind = excluded.kind, result = excluded.result, code = excluded.code, pointer = excluded.pointer
                where not (l.result = 'CREATED' and excluded.result = 'PRESENT')
                """, results.stream().map(result -> columns(job, result)).toList());
    }

    private static Columns columns(ImportId job, LineResult result) {
        return new Columns(
                job.value(),
                result.number(),
                result.kind() == null ? null : result.kind().name(),
                result.outcome().name(),
                result.code(),
                result.pointer());
    }

    Uni<List<Count>> counts(ImportId job) {
        return session.createNativeQuery("""
                        select l.kind, l.result, count(*)
                        from pharmacy.import_line l
                        where l.job_id = :job
                        group by l.kind, l.result
                        order by l.kind, l.result
                        """, Object[].class)
                .setParameter("job", job.value())
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Count(
                                kind((String) row[0]), LineResult.Outcome.valueOf((String) row[1]), (long) row[2]))
                        .toList());
    }

    /** In the order of the file. @param after the number of the last line of the page before */
    Uni<List<RefusedLine>> refused(ImportId job, long after, int limit) {
        return session.createNativeQuery("""
                        select l.line, l.kind, l.code, l.pointer
                        from pharmacy.import_line l
                        where l.job_id = :job and l.line > :after and l.result = 'REFUSED'
                        order by l.line
                        limit :limit
                        """, Object[].class)
                .setParameter("job", job.value())
                .setParameter("after", after)
                .setParameter("limit", limit)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row ->
                                new RefusedLine((long) row[0], kind((String) row[1]), (String) row[2], (String) row[3]))
                        .toList());
    }

    private static @Nullable ImportKind kind(@Nullable String name) {
        return name == null ? null : ImportKind.valueOf(name);
    }
}
