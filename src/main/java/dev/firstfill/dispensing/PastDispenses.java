package dev.firstfill.dispensing;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Rows;
import dev.firstfill.prescribing.Prescription;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The statements that write many dispenses at once. */
final class PastDispenses {
    private final Mutiny.QueryProducer session;
    private final Rows rows;

    PastDispenses(Mutiny.QueryProducer session) {
        this.session = session;
        this.rows = new Rows(session);
    }

    Uni<PastFills> standing(Collection<UUID> prescriptions) {
        return prescriptions.isEmpty()
                ? Uni.createFrom().item(new PastFills())
                : session.createSelectionQuery("""
                                select d.prescription, d.fillNumber, d.filledOn from DispenseRow d
                                where d.prescription in :prescriptions and d.state not in :undone
                                """, Object[].class)
                        .setParameter("prescriptions", prescriptions)
                        .setParameter("undone", List.of(DispenseState.REVERSED, DispenseState.CANCELLED))
                        .getResultList()
                        .map(found -> {
                            var fills = new PastFills();
                            found.forEach(row -> fills.add((UUID) row[0], (int) row[1], (LocalDate) row[2]));
                            return fills;
                        });
    }

    /** A dispense, and the one event in its story. */
    record Columns(
            UUID id,
            UUID prescriptionId,
            UUID patientId,
            UUID drugId,
            int fillNumber,
            String state,
            BigDecimal quantity,
            int daysSupply,
            LocalDate filledOn,
            @Nullable Instant shippedAt,
            @Nullable Instant deliveredAt,
            byte[] record,
            UUID eventId,
            Instant at) {
        static Columns of(
                DispenseId id, Prescription prescription, PastDispense past, byte[] sealed, UUID event, Instant now) {
            return new Columns(
                    id.value(),
                    prescription.id().value(),
                    prescription.patient().value(),
                    prescription.drug().value(),
                    past.fillNumber(),
                    past.state().name(),
                    past.quantity(),
                    past.daysSupply(),
                    past.filledOn(),
                    past.shippedAt(),
                    past.deliveredAt(),
                    sealed,
                    event,
                    now);
        }
    }

    /** What of one lot was in it. */
    record LotColumns(
            UUID dispenseId,
            int position,
            UUID drugId,
            String lotNumber,
            LocalDate expiresOn,
            BigDecimal quantity,
            String ownership) {
        static LotColumns of(DispenseId dispense, int position, DrugId drug, PastLot lot) {
            return new LotColumns(
                    dispense.value(),
                    position,
                    drug.value(),
                    lot.lotNumber(),
                    lot.expiresOn(),
                    lot.quantity(),
                    lot.owner());
        }
    }

    private record Event(UUID dispenseId, UUID id, String kind, Instant at, String byId, String byName) {}

    Uni<Void> insert(List<Columns> dispenses, List<LotColumns> lots, Colleague by) {
        var events = dispenses.stream()
                .map(one -> new Event(
                        one.id(), one.eventId(), DispenseEventKind.IMPORTED.name(), one.at(), by.id(), by.name()))
                .toList();
        return insert(dispenses).chain(() -> insertLots(lots)).chain(() -> insertEvents(events));
    }

    /** Needed on the day on which it was filled; billed by the other system, for all that it holds. */
    private Uni<Void> insert(List<Columns> dispenses) {
        return rows.write("""
                insert into pharmacy.dispense
                  (id, version, prescription_id, patient_id, drug_id, fill_number, part, state, quantity, days_supply,
                   billed_quantity, needed_on, filled_on, shipped_at, delivered_at, record, created_at, updated_at)
                select r.id, 1, r.prescription_id, r.patient_id, r.drug_id, r.fill_number, 'FULL', r.state, r.quantity,
                       r.days_supply, r.quantity, r.filled_on, r.filled_on, r.shipped_at, r.delivered_at, r.record,
                       r.at, r.at
                from json_to_recordset(cast(cast(:rows as text) as json))
                  as r (id uuid, prescription_id uuid, patient_id uuid, drug_id uuid, fill_number integer, state text,
                        quantity numeric, days_supply integer, filled_on date, shipped_at timestamptz,
                        delivered_at timestamptz, record bytea, at timestamptz)
                """, dispenses);
    }

    private Uni<Void> insertLots(List<LotColumns> lots) {
        return rows.write("""
                insert into pharmacy.dispense_lot
                  (dispense_id, position, drug_id, lot_number, expires_on, quantity, ownership)
                select r.dispense_id, r.position, r.drug_id, r.lot_number, r.expires_on, r.quantity, r.ownership
                from json_to_recordset(cast(cast(:rows as text) as json))
                  as r (dispense_id uuid, position integer, drug_id uuid, lot_number text, expires_on date,
                        quantity numeric, ownership text)
                """, lots);
    }

    private Uni<Void> insertEvents(List<Event> events) {
        return rows.write("""
                insert into pharmacy.dispense_event (dispense_id, id, kind, at, by_id, by_name, facts)
                select r.dispense_id, r.id, r.kind, r.at, r.by_id, r.by_name, cast('{}' as jsonb)
                from json_to_recordset(cast(cast(:rows as text) as json))
                  as r (dispense_id uuid, id uuid, kind text, at timestamptz, by_id text, by_name text)
                """, events);
    }
}
