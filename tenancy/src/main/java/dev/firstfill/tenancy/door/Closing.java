package dev.firstfill.tenancy.door;

import dev.firstfill.kernel.Now;
import dev.firstfill.tenancy.audit.AuditRecord;
import dev.firstfill.tenancy.audit.LedgerStatements;
import dev.firstfill.tenancy.audit.LedgerUnavailable;
import dev.firstfill.tenancy.routing.Statement;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a transaction leaves behind beside its effect, written last: events, the answer under the client's key, the
 * records. Last, because the ledger's lock is held from here to the commit, and the shorter that is the better.
 */
final class Closing {
    private final OpenWrite open;
    private final Clock clock;
    private Uni<Void> answers = Uni.createFrom().voidItem();

    Closing(OpenWrite open, Clock clock) {
        this.open = open;
        this.clock = clock;
    }

    /**
     * Sends it all, and waits for no answer: the commit leaves in the same breath. PostgreSQL makes a rollback of it when
     * one of these failed.
     */
    Uni<Void> send() {
        return open.session()
                .flush()
                .invoke(() -> answers = sent(Now.by(clock)).memoize().indefinitely());
    }

    /** What became of it; the first that failed is the cause of all. */
    Uni<Void> answered() {
        return answers;
    }

    private Uni<Void> sent(Instant now) {
        var statements = new SessionStatements(open.session());
        List<Uni<?>> sent = new ArrayList<>();
        var events = open.events();
        if (!events.isEmpty()) {
            sent.add(statements.update(OutboxStatements.put(events, now)));
        }
        var again = open.toldAgain();
        if (!again.isEmpty()) {
            sent.add(statements.update(OutboxStatements.again(again, now)));
        }
        Statement kept = open.kept();
        if (kept != null) {
            sent.add(statements.update(kept));
        }
        var records = records(now);
        if (!records.isEmpty()) {
            sent.add(recorded(statements, LedgerStatements.append(open.tenant().id(), records)));
        }
        return inOrder(sent);
    }

    private List<AuditRecord> records(Instant now) {
        return open.entries().stream()
                .filter(Entry::isRecorded)
                .map(entry -> entry.record("done", null, now))
                .toList();
    }

    private Uni<Void> recorded(SessionStatements statements, List<Statement> append) {
        var lock = statements.select(append.get(0));
        var appended = statements.update(append.get(1));
        return lock.chain(() -> appended)
                .onFailure()
                .transform(failure -> {
                    Log.errorf(
                            "The audit ledger cannot be written (tenant=%s): %s",
                            open.tenant().slug(), failure.toString());
                    return new LedgerUnavailable();
                })
                .replaceWithVoid();
    }

    /** The first that failed is the cause; those after it only say that the transaction is spoilt. */
    private static Uni<Void> inOrder(List<Uni<?>> sent) {
        var all = Uni.createFrom().voidItem();
        for (var one : sent) {
            all = all.chain(() -> one.replaceWithVoid());
        }
        return all;
    }
}
