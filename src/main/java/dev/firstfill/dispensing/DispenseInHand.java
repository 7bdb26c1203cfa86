package dev.firstfill.dispensing;

import dev.firstfill.dispensing.DispenseEventRow.Happening;
import dev.firstfill.inventory.DispensedLot;
import dev.firstfill.inventory.StockRoom;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.Seals;
import dev.firstfill.kernel.Writing;
import dev.firstfill.prescribing.Prescription;
import dev.firstfill.prescribing.PrescriptionBook;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A dispense in somebody's hand for one transaction: its prescription and itself locked, in this order, its record
 * opened. Whatever was done to it is put down with {@link #put}: sealed again, told to its story, to the ledger and to
 * whoever listens.
 */
final class DispenseInHand {
    private final Writing desk;
    private final Clock clock;
    private final Colleague by;
    private final Prescription prescription;
    private final DispenseRow row;
    private final Dispense before;
    private final Seals.OfPerson seal;
    private DispenseRecord record;
    private List<DispenseLot> lots;

    private DispenseInHand(
            Writing desk,
            Clock clock,
            Colleague by,
            Prescription prescription,
            DispenseRow row,
            Dispense before,
            Seals.OfPerson seal) {
        this.desk = desk;
        this.clock = clock;
        this.by = by;
        this.prescription = prescription;
        this.row = row;
        this.before = before;
        this.seal = seal;
        this.record = before.record();
        this.lots = before.lots();
    }

    static Uni<DispenseInHand> take(Writing desk, Clock clock, DispenseReference dispense, Colleague by) {
        desk.journal().about(dispense.toString());
        var dispenses = new Dispenses(desk.session(), desk.seals());
        return dispenses.keys(dispense).chain(keys -> new PrescriptionBook(desk.session(), desk.seals())
                .forFilling(keys.prescription())
                .chain(prescription -> dispenses
                        .locked(keys.dispense())
                        .chain(row -> dispenses.sealOf(row.patient()).chain(seal -> dispenses
                                .opened(row, seal)
                                .map(open -> new DispenseInHand(desk, clock, by, prescription, row, open, seal))))));
    }

    Writing desk() {
        return desk;
    }

    Colleague by() {
        return by;
    }

    DispenseRow row() {
        return row;
    }

    /** As it was when it was taken in hand. */
    Dispense dispense() {
        return before;
    }

    Prescription prescription() {
        return prescription;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Instant now() {
        return Now.by(clock);
    }

    StockRoom stock() {
        return new StockRoom(desk.session(), desk.seals(), desk.journal(), clock);
    }

    private Uni<GateFacts> facts() {
        var finding = new FactFinding(desk.session(), desk.seals(), row.opened(record, lots), prescription, today());
        return finding.gather(stock()::problemsOf);
    }

    /**
     * What the gates have looked at.
     *
     * @throws DispensingRefusals.GatesClosed when one at least is closed and nobody has overridden it
     */
    Uni<GateFacts> passGates() {
        return facts().invoke(facts -> {
            var closed = Gate.closed(facts).stream()
                    .filter(gate -> !gate.overridden())
                    .toList();
            if (!closed.isEmpty()) {
                throw new DispensingRefusals.GatesClosed(closed);
            }
        });
    }

    /** @throws DispensingRefusals.NoLongerOpen when it has left, or was undone */
    DispenseInHand mustBeOpen() {
        if (!row.state().isOpen()) {
            throw new DispensingRefusals.NoLongerOpen();
        }
        return this;
    }

    DispenseInHand write(UnaryOperator<DispenseRecord> change) {
        record = change.apply(record);
        return this;
    }

    /** Writes down which lots are set aside for it; those of an earlier try are forgotten. */
    Uni<Void> hold(List<DispensedLot> held) {
        return new Dispenses(desk.session(), desk.seals()).forgetLots(row.id()).chain(() -> {
            var rows = new ArrayList<DispenseLotRow>();
            held.forEach(lot -> rows.add(new DispenseLotRow(row.id(), rows.size(), row.drug(), lot)));
            lots = rows.stream().map(DispenseLotRow::lot).toList();
            return desk.session().persistAll(rows.toArray());
        });
    }

    Uni<Dispense> put(DispenseEventKind kind, Map<String, String> facts) {
        return put(kind, facts, null);
    }

    /** @param note what somebody wrote of it; kept sealed */
    Uni<Dispense> put(DispenseEventKind kind, Map<String, String> facts, @Nullable String note) {
        var event = Ids.next();
        if (note != null) {
            record = record.with(new DispenseNote(event, note));
        }
        row.keep(Dispenses.sealed(row.id(), record, seal), now());
        return desk.session()
                .persist(new DispenseEventRow(row.id(), event, new Happening(kind, facts, by, now())))
                .chain(desk.session()::flush)
                .map(done -> row.opened(record, lots))
                .invoke(after -> {
                    var id = row.id().value();
                    desk.journal().changed(id, row.patient().value(), before, after);
                    desk.journal().announce(new Event(kind.type(), "dispense", id, after.version()));
                });
    }
}
