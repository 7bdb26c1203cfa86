package dev.firstfill.inventory;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.kernel.Ids;
import dev.firstfill.patients.PatientId;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/** The queries that change lots. Whoever needs several locks them here, in the order of their ids. */
final class StockLots {
    private final Mutiny.Session session;

    StockLots(Mutiny.Session session) {
        this.session = session;
    }

    /** In the order of their ids; those that are not there are left out. */
    Uni<List<StockLot>> locked(Collection<UUID> ids) {
        return session.createSelectionQuery("from StockLot l where l.id in :ids order by l.id", StockLot.class)
                .setParameter("ids", List.copyOf(ids))
                .setLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList();
    }

    Uni<StockLot> locked(StockLotId id) {
        return locked(List.of(id.value()))
                .map(found -> found.stream().findFirst().orElseThrow(InventoryRefusals.StockLotNotFound::new));
    }

    /** All that could serve, locked before any is chosen, so that two who want the same do not choose alike. */
    Uni<List<StockLot>> lockedUsable(DrugId drug, LocalDate until) {
        return session.createSelectionQuery("""
                        from StockLot l
                        where l.drug = :drug and l.status = 'AVAILABLE' and l.expiresOn >= :until
                          and l.onHand > l.reserved
                        order by l.id
                        """, StockLot.class)
                .setParameter("drug", drug.value())
                .setParameter("until", until)
                .setLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** At all places and of all owners. */
    Uni<List<StockLot>> lockedOf(DrugId drug, Collection<String> lotNumbers) {
        return session.createSelectionQuery(
                        "from StockLot l where l.drug = :drug and l.lotNumber in :numbers order by l.id",
                        StockLot.class)
                .setParameter("drug", drug.value())
                .setParameter("numbers", List.copyOf(lotNumbers))
                .setLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList();
    }

    Uni<List<StockLot>> lockedIn(StockLocationId location) {
        return session.createSelectionQuery(
                        "from StockLot l where l.location = :location and l.onHand > 0 order by l.id", StockLot.class)
                .setParameter("location", location.value())
                .setLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /**
     * The row for these units, empty when it is made now. Not locked: rows are locked later, together and in order.
     *
     * @param status of a row that is made now
     */
    Uni<StockLotId> opened(LotIdentity lot, LotStatus status, Instant now) {
        return named(session.createNativeQuery("""
                        insert into pharmacy.stock_lot (
                          id, version, drug_id, lot_number, expires_on, ownership, owner, patient_id, location_id,
                          returned, status, on_hand, reserved, serials, received_at, updated_at)
                        values (
                          :id, 0, :drug, :lotNumber, :expiresOn, :ownership, :owner, :patient, :location,
                          :returned, :status, 0, 0, '{}', :now, :now)
                        on conflict on constraint stock_lot_unique do nothing
                        """), lot)
                .setParameter("id", Ids.next())
                .setParameter("status", status.name())
                .setParameter("now", now)
                .executeUpdate()
                .chain(() -> idOf(lot));
    }

    private Uni<StockLotId> idOf(LotIdentity lot) {
        return named(session.createNativeQuery("""
                        select l.id from pharmacy.stock_lot l
                        where l.drug_id = :drug and l.lot_number = :lotNumber and l.expires_on = :expiresOn
                          and l.ownership = :ownership and l.owner is not distinct from :owner
                          and l.patient_id is not distinct from :patient and l.location_id = :location
                          and l.returned = :returned
                        """, UUID.class), lot)
                .getSingleResult()
                .map(StockLotId::new);
    }

    private static <Q extends Mutiny.AbstractQuery> Q named(Q query, LotIdentity lot) {
        var patient = lot.patient();
        query.setParameter("drug", lot.drug().value());
        query.setParameter("lotNumber", lot.lotNumber());
        query.setParameter("expiresOn", lot.expiresOn());
        query.setParameter("ownership", lot.ownership().name());
        query.setParameter("owner", lot.owner());
        query.setParameter("patient", patient == null ? null : patient.value());
        query.setParameter("location", lot.location().value());
        query.setParameter("returned", lot.returned());
        return query;
    }

    /** Read without the lot's own fields, so that it can still be locked as it is then. */
    Uni<LotIdentity> identity(StockLotId id) {
        return session.createSelectionQuery("""
                        select l.drug, l.lotNumber, l.expiresOn, l.ownership, l.owner, l.patient, l.location, l.returned
                        from StockLot l where l.id = :id
                        """, Object[].class)
                .setParameter("id", id.value())
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(InventoryRefusals.StockLotNotFound::new)
                .map(StockLots::identity);
    }

    /** As it is now; it may be another once the lot is locked. */
    Uni<LotStatus> status(StockLotId id) {
        return session.createSelectionQuery("select l.status from StockLot l where l.id = :id", String.class)
                .setParameter("id", id.value())
                .getSingleResult()
                .map(LotStatus::valueOf);
    }

    private static LotIdentity identity(Object[] row) {
        return new LotIdentity(
                new DrugId((UUID) row[0]),
                (String) row[1],
                (LocalDate) row[2],
                Ownership.valueOf((String) row[3]),
                (String) row[4],
                row[5] == null ? null : new PatientId((UUID) row[5]),
                new StockLocationId((UUID) row[6]),
                (boolean) row[7]);
    }

    /** What of these serials was ever received; asked behind the drug's lock. */
    Uni<Boolean> knowsAnyOf(DrugId drug, Collection<String> serials) {
        return session.createNativeQuery("""
                        select count(*) from pharmacy.stock_lot l
                        where l.drug_id = :drug and l.serials && cast(:serials as text[])
                        """, Long.class)
                .setParameter("drug", drug.value())
                .setParameter("serials", serials.toArray(String[]::new))
                .getSingleResult()
                .map(found -> found > 0);
    }

    static BigDecimal sum(Collection<BigDecimal> quantities) {
        return quantities.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
