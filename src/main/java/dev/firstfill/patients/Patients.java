package dev.firstfill.patients;

import dev.firstfill.kernel.Json;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.Seals;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** The queries on patients. Seals on the way in, opens on the way out: nothing beyond this class sees a sealed value. */
final class Patients {
    private final Mutiny.QueryProducer session;
    private final Seals seals;

    Patients(Mutiny.QueryProducer session, Seals seals) {
        this.session = session;
        this.seals = seals;
    }

    PatientRow sealed(PatientId id, PatientDetails details, Instant now) {
        var key = seals.newKeyOf(id.value());
        var record = sealed(id, details, seals.of(id.value(), key));
        return new PatientRow(id, key, record, new SearchTokens(seals).filedUnder(details), now);
    }

    /** Record and key in one statement, which tells the number that the database gave. */
    Uni<PatientRow> add(PatientRow row) {
        return session.createNativeQuery("""
                        with added as (
                          insert into pharmacy.patient (id, version, record, search_tokens, created_at, updated_at)
                          values (:id, :version, :record, cast(cast(:tokens as text) as bigint[]), :at, :at)
                          returning number
                        ), key as (
                          insert into pharmacy.patient_key (patient_id, wrapped) values (:id, :wrapped)
                        )
                        select number from added
                        """, Long.class)
                .setParameter("id", row.id().value())
                .setParameter("version", row.version())
                .setParameter("record", row.record())
                .setParameter("tokens", row.tokensAsText())
                .setParameter("at", row.createdAt())
                .setParameter("wrapped", row.wrappedKey())
                .getSingleResult()
                .map(row::numbered);
    }

    static byte[] sealed(PatientId id, PatientDetails details, Seals.OfPerson seal) {
        return seal.seal(place(id), Json.bytes(details));
    }

    void amend(PatientRow row, PatientDetails details, Instant now) {
        row.amend(
                sealOf(row).seal(place(row.id()), Json.bytes(details)),
                new SearchTokens(seals).filedUnder(details),
                now);
    }

    Patient opened(PatientRow row) {
        var record = row.record();
        if (record == null) {
            throw new PatientRefusals.PatientErased();
        }
        return row.opened(Json.read(sealOf(row).open(place(row.id()), record), PatientDetails.class));
    }

    /** The key goes in the same transaction; in every copy of the data that lacks it, so does all it sealed. */
    Uni<Void> erase(PatientRow row, Instant now) {
        row.erase(now);
        return session.createNativeQuery("delete from pharmacy.patient_key where patient_id = :id")
                .setParameter("id", row.id().value())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Fails for those who were erased as for those who never were. */
    Uni<PatientRow> find(PatientReference patient) {
        var query =
                switch (patient) {
                    case PatientId id -> byId().setParameter("id", id.value());
                    case PatientNumber number -> byNumber().setParameter("number", number.value());
                };
        return query.getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(PatientRefusals.PatientNotFound::new)
                .invoke(Patients::refuseErased);
    }

    private static void refuseErased(PatientRow row) {
        if (row.isErased()) {
            throw new PatientRefusals.PatientErased();
        }
    }

    private Mutiny.SelectionQuery<PatientRow> byId() {
        return session.createSelectionQuery("from PatientRow p where p.id = :id", PatientRow.class);
    }

    private Mutiny.SelectionQuery<PatientRow> byNumber() {
        return session.createSelectionQuery("from PatientRow p where p.number = :number", PatientRow.class);
    }

    Uni<List<PatientRow>> page(PageRequest page) {
        var query = page.newestFirst()
                ? "from PatientRow p where p.id < :from and p.erasedAt is null order by p.id desc"
                : "from PatientRow p where p.id > :from and p.erasedAt is null order by p.id";
        return session.createSelectionQuery(query, PatientRow.class)
                .setParameter("from", page.from())
                .setMaxResults(page.fetched())
                .getResultList();
    }

    /**
     * In order of their numbers, but not by the index of numbers: PostgreSQL would rather walk all patients along it until
     * enough are found, and whoever is sought is one of them all. Hence {@code + 0}.
     */
    Uni<List<PatientRow>> filedUnder(Long[] tokens, int limit) {
        return session.createSelectionQuery("""
                        from PatientRow p
                        where array_includes(p.searchTokens, :tokens)
                        order by p.number + 0
                        """, PatientRow.class)
                .setParameter("tokens", tokens)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Whoever is filed under at least one of them. */
    Uni<List<PatientRow>> filedUnderAny(Long[] tokens, int limit) {
        return tokens.length == 0
                ? Uni.createFrom().item(List.of())
                : session.createSelectionQuery("""
                        from PatientRow p
                        where array_intersects(p.searchTokens, :tokens)
                        order by p.number + 0
                        """, PatientRow.class)
                        .setParameter("tokens", tokens)
                        .setMaxResults(limit)
                        .getResultList();
    }

    Seals.OfPerson sealOf(PatientRow row) {
        var key = row.wrappedKey();
        if (key == null) {
            throw new Seals.BrokenSeal(place(row.id()), new IllegalStateException("The patient's key is not there"));
        }
        return seals.of(row.id().value(), key);
    }

    private static Seals.Place place(PatientId id) {
        return new Seals.Place("patient", "record", id.value());
    }
}
