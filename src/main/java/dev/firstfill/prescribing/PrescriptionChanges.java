package dev.firstfill.prescribing;

import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Json;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.Seals;
import dev.firstfill.prescribing.PrescriptionChange.Happening;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The queries on what happened to prescriptions. */
final class PrescriptionChanges {
    private final Mutiny.QueryProducer session;

    PrescriptionChanges(Mutiny.QueryProducer session) {
        this.session = session;
    }

    Uni<List<PrescriptionChange>> page(PrescriptionId prescription, PageRequest page) {
        var order = page.newestFirst() ? "c.id < :from order by c.id desc" : "c.id > :from order by c.id";
        return session.createSelectionQuery(
                        "from PrescriptionChange c where c.prescription = :prescription and " + order,
                        PrescriptionChange.class)
                .setParameter("prescription", prescription.value())
                .setParameter("from", page.from())
                .setMaxResults(page.fetched())
                .getResultList();
    }

    static PrescriptionChange sealed(
            Prescription prescription,
            Happening what,
            ChangeWords words,
            Seals.OfPerson seal,
            Colleague by,
            Instant now) {
        var id = Ids.next();
        return new PrescriptionChange(id, prescription, what, seal.seal(place(id), Json.bytes(words)), by, now);
    }

    /** @param seal null when the patient was erased */
    static RecordedChange opened(PrescriptionChange change, Seals.@Nullable OfPerson seal) {
        var record = change.record();
        return record == null || seal == null
                ? change.opened(null)
                : change.opened(Json.read(seal.open(place(change.id()), record), ChangeWords.class));
    }

    private static Seals.Place place(UUID change) {
        return new Seals.Place("prescription_change", "record", change);
    }
}
