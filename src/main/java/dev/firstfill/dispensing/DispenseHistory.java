package dev.firstfill.dispensing;

import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Seals;
import dev.firstfill.prescribing.Prescription;
import dev.firstfill.prescribing.PrescriptionHistory;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Dispenses of another system: many at once, inside the act of whoever has them. They take no stock of ours and pass no
 * gate, because they have left already; what they do is take a fill of their prescription, and contradict neither it nor
 * each other. Tells nobody: that is the act's to do.
 */
public final class DispenseHistory {
    private final Mutiny.QueryProducer session;
    private final PrescriptionHistory prescriptions;
    private final PastFills fills;
    private final Colleague by;
    private final Instant now;
    private final ZoneId zone;
    private final List<PastDispenses.Columns> taken = new ArrayList<>();
    private final List<PastDispenses.LotColumns> lots = new ArrayList<>();

    private DispenseHistory(
            Mutiny.QueryProducer session,
            PrescriptionHistory prescriptions,
            PastFills fills,
            Colleague by,
            Instant now,
            ZoneId zone) {
        this.session = session;
        this.prescriptions = prescriptions;
        this.fills = fills;
        this.by = by;
        this.now = now;
        this.zone = zone;
    }

    /** @param expected the prescriptions, locked, whose fills are going to be taken */
    public static Uni<DispenseHistory> open(
            Mutiny.QueryProducer session,
            PrescriptionHistory prescriptions,
            Collection<UUID> expected,
            Colleague by,
            Instant now,
            ZoneId zone) {
        return new PastDispenses(session)
                .standing(expected)
                .map(fills -> new DispenseHistory(session, prescriptions, fills, by, now, zone));
    }

    /** Refused when it cannot be true beside its prescription and the other fills; then nothing was taken. */
    public DispenseId take(PastDispense past, Prescription prescription, Seals.OfPerson seal) {
        var fill = past.fill();
        past.mustBePossible(now, zone);
        prescriptions.mustBePossible(fill, prescription);
        fills.mustTake(prescription.id().value(), fill);
        prescriptions.add(fill, prescription);
        if (!fill.undone()) {
            fills.add(prescription.id().value(), fill.number(), fill.filledOn());
        }
        var id = new DispenseId(Ids.next());
        var event = Ids.next();
        taken.add(PastDispenses.Columns.of(
                id, prescription, past, Dispenses.sealed(id, record(past, event), seal), event, now));
        for (int position = 0; position < past.lots().size(); position++) {
            lots.add(PastDispenses.LotColumns.of(
                    id, position, prescription.drug(), past.lots().get(position)));
        }
        return id;
    }

    private static DispenseRecord record(PastDispense past, UUID event) {
        var empty = DispenseRecord.EMPTY;
        var shipped = past.shipment() == null ? empty : empty.with(past.shipment());
        return past.note() == null ? shipped : shipped.with(new DispenseNote(event, past.note()));
    }

    public Uni<Void> write() {
        return new PastDispenses(session).insert(taken, lots, by);
    }
}
