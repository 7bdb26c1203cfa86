package dev.firstfill.referrals;

import dev.firstfill.kernel.Json;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.Seals;
import dev.firstfill.patients.PatientChart;
import dev.firstfill.patients.PatientId;
import dev.firstfill.patients.PatientRefusals;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The queries on referrals. What was sent and read is sealed with the patient's key, or the pharmacy's before that. */
final class Referrals {
    private final Mutiny.QueryProducer session;
    private final Seals seals;

    Referrals(Mutiny.QueryProducer session, Seals seals) {
        this.session = session;
        this.seals = seals;
    }

    /** Waits until nobody else in the pharmacy works under any of the keys, and keeps them until the transaction ends. */
    Uni<Void> lock(Collection<Long> keys) {
        // In ascending order, so that no two wait for each other; "offset 0" keeps the order where it is.
        return session.createNativeQuery("""
                        select count(cast(pg_advisory_xact_lock(k.key) as text))
                        from (
                          select distinct u.key from unnest(cast(cast(:keys as text[]) as bigint[])) as u (key)
                          order by u.key offset 0
                        ) k
                        """, Object.class)
                .setParameter("keys", keys.stream().map(String::valueOf).toArray(String[]::new))
                .getSingleResult()
                .replaceWithVoid();
    }

    /** The one that is taken in, whoever sent the same since. Null when there is none. */
    @SuppressWarnings("NullAway")
    Uni<@Nullable ReferralRow> first(long fingerprint) {
        return session.createSelectionQuery("""
                        from ReferralRow r
                        where r.fingerprint = :fingerprint and r.state in (NEEDS_REVIEW, ACCEPTED)
                        """, ReferralRow.class)
                .setParameter("fingerprint", fingerprint)
                .getSingleResultOrNull();
    }

    Uni<ReferralRow> find(ReferralId id) {
        return found(query(id));
    }

    /** Locks the row until the transaction ends, so that two people cannot both decide. */
    Uni<ReferralRow> locked(ReferralId id) {
        return found(query(id).setLockMode(jakarta.persistence.LockModeType.PESSIMISTIC_WRITE));
    }

    private Mutiny.SelectionQuery<ReferralRow> query(ReferralId id) {
        return session.createSelectionQuery("from ReferralRow r where r.id = :id", ReferralRow.class)
                .setParameter("id", id.value());
    }

    private static Uni<ReferralRow> found(Mutiny.SelectionQuery<ReferralRow> query) {
        return query.getSingleResultOrNull().onItem().ifNull().failWith(ReferralRefusals.ReferralNotFound::new);
    }

    Uni<List<ReferralRow>> duplicatesOf(ReferralId first) {
        return session.createSelectionQuery("""
                        from ReferralRow r where r.state = DUPLICATE and r.duplicateOf = :first
                        """, ReferralRow.class)
                .setParameter("first", first.value())
                .getResultList();
    }

    Uni<List<ReferralRow>> page(@Nullable ReferralState state, PageRequest page) {
        var inState = state == null ? "" : "and r.state = :state ";
        var order = page.newestFirst() ? "r.id < :from %sorder by r.id desc" : "r.id > :from %sorder by r.id";
        var query = session.createSelectionQuery(
                        "from ReferralRow r where " + order.formatted(inState), ReferralRow.class)
                .setParameter("from", page.from())
                .setMaxResults(page.fetched());
        return (state == null ? query : query.setParameter("state", state)).getResultList();
    }

    /** The patient's seal, or the pharmacy's as long as nobody knows whose it is; refused when the patient was erased. */
    Uni<Sealing> sealing(@Nullable PatientId patient) {
        return patient == null
                ? Uni.createFrom().item(new Sealing(seals, null))
                : new PatientChart(session, seals)
                        .sealsOf(List.of(patient.value()))
                        .map(found -> found.get(patient.value()))
                        .onItem()
                        .ifNull()
                        .failWith(PatientRefusals.PatientErased::new)
                        .map(seal -> new Sealing(seals, seal));
    }

    /** Empty when the patient was erased. */
    Uni<Optional<ReferralOrder>> order(ReferralRow row) {
        return sealing(row.patient())
                .map(sealing -> Optional.of(sealing.order(row)))
                .onFailure(PatientRefusals.PatientErased.class)
                .recoverWithItem(Optional.empty());
    }

    /** One key for what is kept of a referral. */
    record Sealing(Seals pharmacys, Seals.@Nullable OfPerson persons) {
        private static final String DOCUMENT = "document";
        private static final String RECORD = "record";

        void keep(ReferralRow row, @Nullable PatientId patient, byte[] document, ReferralOrder order) {
            row.keep(patient, seal(DOCUMENT, row, document), seal(RECORD, row, Json.bytes(order)));
        }

        void keep(ReferralRow row, ReferralOrder order) {
            row.keepRecord(seal(RECORD, row, Json.bytes(order)));
        }

        byte[] document(ReferralRow row) {
            return open(DOCUMENT, row, row.document());
        }

        ReferralOrder order(ReferralRow row) {
            return Json.read(open(RECORD, row, row.record()), ReferralOrder.class);
        }

        private byte[] seal(String column, ReferralRow row, byte[] plain) {
            var place = place(column, row.id().value());
            return persons == null ? pharmacys.seal(place, plain) : persons.seal(place, plain);
        }

        private byte[] open(String column, ReferralRow row, byte[] sealed) {
            var place = place(column, row.id().value());
            return persons == null ? pharmacys.open(place, sealed) : persons.open(place, sealed);
        }

        private static Seals.Place place(String column, UUID referral) {
            return new Seals.Place("referral", column, referral);
        }
    }
}
