package dev.firstfill.imports;

import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.Page;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.kernel.UniqueRule;
import dev.firstfill.kernel.Writing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where history of other systems is taken in. */
@ApplicationScoped
public class ImportDesk {
    /** As many persons as one record of the ledger may name, since each line is about one at most. */
    public static final int LINES_MAX = 1_000;

    private static final Act BEGIN = Act.of("begin", "import");
    private static final Act TAKE_IN = Act.of("take in", "import");
    private static final Act COMPLETE = Act.of("complete", "import");
    private static final Act READ = Act.of("read", "import");

    private static final UniqueRule ONE_OPEN = new UniqueRule("import_job_one_open", ImportRefusals.ImportOpen::new);

    private final Transactions transactions;
    private final Clock clock;

    public ImportDesk(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param source the other system; keys of one source stay known from import to import */
    public Uni<ImportJob> begin(String source, Colleague by) {
        return transactions.write(BEGIN, desk -> new ImportJobs(desk.session())
                .openOf(source)
                .invoke(open -> open.ifPresent(job -> {
                    throw new ImportRefusals.ImportOpen(job.id());
                }))
                .map(none -> new ImportJobRow(new ImportId(Ids.next()), source, by, Now.by(clock)))
                .call(desk.session()::persist)
                .call(() -> ONE_OPEN.on(desk.session().flush()))
                .invoke(job -> tell(desk, "import.begun", job, null, job.job()))
                .map(ImportJobRow::job));
    }

    /**
     * One batch, in one transaction: all its answers are true, or none was given. Sent again, it is answered the same
     * but for {@code created}, which is {@code present} then.
     *
     * @param lines at most {@value #LINES_MAX}, in ascending order of their numbers
     */
    public Uni<List<LineResult>> take(ImportId job, List<ImportLine> lines, Colleague by) {
        if (lines.isEmpty() || lines.size() > LINES_MAX) {
            throw new IllegalArgumentException("A batch has 1 to %d lines.".formatted(LINES_MAX));
        }
        return transactions.write(TAKE_IN, desk -> {
            desk.journal().about(job.toString());
            return new ImportJobs(desk.session())
                    .locked(job)
                    .invoke(ImportJobRow::mustBeOpen)
                    .chain(row -> take(desk, row, lines, by));
        });
    }

    private Uni<List<LineResult>> take(Writing desk, ImportJobRow job, List<ImportLine> lines, Colleague by) {
        var keys = new SourceKeys(desk.session(), desk.seals(), job.source());
        var before = job.job();
        return new BatchPreparation(desk.session(), desk.seals(), keys, lines, by, clock)
                .batch()
                .chain(batch -> {
                    var results = new ArrayList<LineResult>();
                    lines.forEach(line -> results.add(batch.take(line)));
                    job.answered(lines.getLast().number());
                    return written(batch.intakes())
                            .chain(keys::write)
                            .chain(() -> new ImportLines(desk.session()).answered(job.id(), results))
                            .chain(desk.session()::flush)
                            .invoke(() -> {
                                batch.persons().forEach(desk.journal()::seen);
                                tell(
                                        desk,
                                        "import.advanced",
                                        job,
                                        Advance.from(before),
                                        Advance.to(job.job(), results));
                            })
                            .replaceWith(List.copyOf(results));
                });
    }

    /** In the order in which they need each other. */
    private static Uni<Void> written(Batch.Intakes intakes) {
        return intakes.patients()
                .write()
                .chain(intakes.prescribers()::write)
                .chain(intakes.drugs()::write)
                .chain(intakes.prescriptions()::write)
                .chain(intakes.dispenses()::write);
    }

    /** Ends it: whatever was refused stays refused. */
    public Uni<ImportJob.Progress> complete(ImportId job) {
        return transactions.write(COMPLETE, desk -> {
            desk.journal().about(job.toString());
            return new ImportJobs(desk.session()).locked(job).chain(row -> {
                var before = row.job();
                row.complete(Now.by(clock));
                return desk.session()
                        .flush()
                        .invoke(() -> tell(desk, "import.completed", row, before, row.job()))
                        .chain(() -> new ImportLines(desk.session()).counts(job))
                        .map(counts -> new ImportJob.Progress(row.job(), counts));
            });
        });
    }

    /** How far it is, and what became of the lines. */
    public Uni<ImportJob.Progress> read(ImportId job) {
        return transactions.read(READ, desk -> {
            desk.journal().about(job.toString());
            return new ImportJobs(desk.session()).find(job).chain(row -> new ImportLines(desk.session())
                    .counts(job)
                    .map(counts -> new ImportJob.Progress(row.job(), counts)));
        });
    }

    /** In the order of the file; those that were taken in since are not among them. */
    public Uni<Page<RefusedLine>> refused(ImportId job, PageRequest page) {
        // A cursor holds an id; the number of a line is the second half of one.
        long after = page.after() == null ? 0 : page.after().getLeastSignificantBits();
        return transactions.read(READ, desk -> {
            desk.journal().about(job.toString());
            return new ImportJobs(desk.session())
                    .find(job)
                    .chain(row -> new ImportLines(desk.session()).refused(job, after, page.fetched()))
                    .map(rows -> Page.cut(rows, page.limit(), Function.identity()));
        });
    }

    /** What a batch came to, as the ledger keeps it; whose records it touched stands beside it. */
    private record Advance(
            long lastLine,
            @Nullable Long created,
            @Nullable Long present,
            @Nullable Long refused) {
        static Advance from(ImportJob job) {
            return new Advance(job.lastLine(), null, null, null);
        }

        static Advance to(ImportJob job, List<LineResult> results) {
            return new Advance(
                    job.lastLine(),
                    count(results, LineResult.Outcome.CREATED),
                    count(results, LineResult.Outcome.PRESENT),
                    count(results, LineResult.Outcome.REFUSED));
        }

        private static long count(List<LineResult> results, LineResult.Outcome outcome) {
            return results.stream()
                    .filter(result -> result.outcome() == outcome)
                    .count();
        }
    }

    private static void tell(Writing desk, String event, ImportJobRow job, @Nullable Object before, Object after) {
        var id = job.id().value();
        desk.journal().changed(id, null, before, after);
        desk.journal().announce(new Event(event, "import", id, job.version()));
    }
}
