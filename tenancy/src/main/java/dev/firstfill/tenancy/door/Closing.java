package dev.firstfill.tenancy.door;

import dev.firstfill.tenancy.audit.AuditRecord;
import dev.firstfill.tenancy.audit.LedgerStatements;
import dev.firstfill.tenancy.audit.LedgerUnavailable;
import dev.firstfill.tenancy.routing.Statement;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a transaction leaves behind beside its effect, written last: events, the answer under the client's key, the
 * records. Last, because the ledger's lock is held from here to the commit, and the shorter that is the better.
 */
final class Closing {
    private final OpenWrite open;
    private final Instant now;

    Closing(OpenWrite open, Instant now) {
        this.open = open;
        this.now = now;
    }

    Uni<Void> write() {
        return open.session().flush().chain(this::writeAtOnce);
    }

    /** All are sent before the first is waited for. */
    private Uni<Void> writeAtOnce() {
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
        var records = records();
        if (!records.isEmpty()) {
            sent.add(recorded(statements, LedgerStatements.append(open.tenant().id(), records)));
        }
        return inOrder(sent);
    }

    private List<AuditRecord> records() {
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
