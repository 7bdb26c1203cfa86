package dev.firstfill.tenancy.audit;

import dev.firstfill.tenancy.catalogue.Tenant;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * One pharmacy's queue. One batch is on its way at a time, since the chain makes them wait for each other anyway.
 * Everything that touches the queue holds the lane's lock, and nothing that holds it calls anybody.
 */
final class LedgerLane {
    private final Ledger ledger;
    private final Tenant tenant;
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private List<Waiting> onItsWay = List.of();
    private boolean timerIsSet;

    private record Waiting(AuditRecord record, UniEmitter<? super Void> answer, long since) {}

    LedgerLane(Ledger ledger, Tenant tenant) {
        this.ledger = ledger;
        this.tenant = tenant;
    }

    void add(AuditRecord record, UniEmitter<? super Void> answer) {
        boolean full;
        synchronized (this) {
            full = queue.size() >= Ledger.WAITING_MAX;
            if (!full) {
                queue.add(new Waiting(record, answer, System.nanoTime()));
            }
        }
        if (full) {
            answer.fail(new LedgerUnavailable());
        } else {
            sendNext();
        }
    }

    private void sendNext() {
        List<Waiting> batch;
        synchronized (this) {
            if (!onItsWay.isEmpty() || queue.isEmpty()) {
                return;
            }
            batch = new ArrayList<>(Math.min(queue.size(), Ledger.BATCH_MAX));
            while (!queue.isEmpty() && batch.size() < Ledger.BATCH_MAX) {
                batch.add(queue.poll());
            }
            onItsWay = batch;
        }
        watch();
        ledger.send(tenant, batch.stream().map(Waiting::record).toList())
                .subscribe()
                .with(committed -> arrived(batch, true), failure -> arrived(batch, false));
    }

    private void arrived(List<Waiting> batch, boolean committed) {
        synchronized (this) {
            onItsWay = List.of();
        }
        // Emitters answer once: those who were told in the meantime that it takes too long stay told.
        batch.forEach(waiting -> {
            if (committed) {
                waiting.answer().complete(null);
            } else {
                waiting.answer().fail(new LedgerUnavailable());
            }
        });
        sendNext();
    }

    /** One timer for all: a timer for each record would cost more than the record. */
    private void watch() {
        synchronized (this) {
            if (timerIsSet) {
                return;
            }
            timerIsSet = true;
        }
        ledger.vertx().setTimer(ledger.patience().betweenLooksMillis(), timer -> look());
    }

    private void look() {
        var patience = ledger.patience();
        var now = System.nanoTime();
        var overdue = new ArrayList<Waiting>();
        boolean goesOn;
        synchronized (this) {
            onItsWay.stream()
                    .filter(waiting -> patience.isOver(waiting.since(), now))
                    .forEach(overdue::add);
            // The oldest stand first.
            while (!queue.isEmpty() && patience.isOver(queue.element().since(), now)) {
                overdue.add(queue.remove());
            }
            goesOn = !onItsWay.isEmpty() || !queue.isEmpty();
            timerIsSet = false;
        }
        overdue.forEach(waiting -> waiting.answer().fail(new LedgerUnavailable()));
        if (goesOn) {
            watch();
        }
    }
}
