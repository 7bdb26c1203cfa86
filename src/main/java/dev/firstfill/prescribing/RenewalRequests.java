package dev.firstfill.prescribing;

import dev.firstfill.kernel.Json;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.Seals;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The queries on requests for renewals. */
final class RenewalRequests {
    private final Mutiny.QueryProducer session;

    RenewalRequests(Mutiny.QueryProducer session) {
        this.session = session;
    }

    /** Locked, so that two people cannot both answer it. Refused when there is none. */
    Uni<RenewalRequestRow> openOf(PrescriptionId prescription) {
        return session.createSelectionQuery("""
                        from RenewalRequestRow r
                        where r.prescription = :prescription and r.state = :open
                        """, RenewalRequestRow.class)
                .setParameter("prescription", prescription.value())
                .setParameter("open", RenewalState.OPEN)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(PrescribingRefusals.NoRenewalRequestOpen::new);
    }

    Uni<List<RenewalRequestRow>> page(PrescriptionId prescription, PageRequest page) {
        var order = page.newestFirst() ? "r.id < :from order by r.id desc" : "r.id > :from order by r.id";
        return session.createSelectionQuery(
                        "from RenewalRequestRow r where r.prescription = :prescription and " + order,
                        RenewalRequestRow.class)
                .setParameter("prescription", prescription.value())
                .setParameter("from", page.from())
                .setMaxResults(page.fetched())
                .getResultList();
    }

    static byte[] sealed(UUID request, RenewalWords words, Seals.OfPerson seal) {
        return seal.seal(place(request), Json.bytes(words));
    }

    /** @param seal null when the patient was erased */
    static RenewalRequest opened(RenewalRequestRow row, Seals.@Nullable OfPerson seal) {
        return row.opened(seal == null ? null : words(row, seal));
    }

    static RenewalWords words(RenewalRequestRow row, Seals.OfPerson seal) {
        return Json.read(seal.open(place(row.id()), row.record()), RenewalWords.class);
    }

    private static Seals.Place place(UUID request) {
        return new Seals.Place("renewal_request", "record", request);
    }
}
