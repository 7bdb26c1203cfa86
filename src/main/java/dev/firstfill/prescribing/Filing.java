package dev.firstfill.prescribing;

import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Journal;
import dev.firstfill.kernel.Seals;
import dev.firstfill.prescribing.PrescriptionChange.Happening;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Files what happened to a prescription, in the transaction in which it happened: its row, the ledger, the event. */
final class Filing {
    private final Mutiny.Session session;
    private final Journal journal;
    private final Colleague by;
    private final Instant now;

    Filing(Mutiny.Session session, Journal journal, Colleague by, Instant now) {
        this.session = session;
        this.journal = journal;
        this.by = by;
        this.now = now;
    }

    /** @param renews the prescription that ends with it, if any */
    Uni<Prescription> draft(
            PrescriptionOrder order, @Nullable PrescriptionId renews, @Nullable Amendment why, Seals.OfPerson seal) {
        var id = new PrescriptionId(Ids.next());
        var draft = new Prescription(id, order, Prescriptions.sealed(id, order.words(), seal), renews, now);
        var what = new Happening(ChangeKind.ENTERED, null, PrescriptionState.DRAFT, why == null ? null : why.reason());
        return session.persist(draft)
                .chain(session::flush)
                .chain(() -> file(draft, what, ChangeWords.ordered(null, order, why), seal))
                .replaceWith(draft);
    }

    /** With what people wrote of it. */
    Uni<Void> file(Prescription prescription, Happening what, ChangeWords words, Seals.OfPerson seal) {
        var change = PrescriptionChanges.sealed(prescription, what, words, seal, by, now);
        var person = prescription.patient().value();
        return words.after() == null
                ? file(prescription, what, change, person, standing(prescription, what), standing(prescription))
                : file(prescription, what, change, person, words.before(), words.after());
    }

    /** Fills alone: nobody wrote anything, so it can be filed of patients who were erased, too. */
    Uni<Void> fill(Prescription prescription, Happening what, Standing before) {
        var change = new PrescriptionChange(Ids.next(), prescription, what, null, by, now);
        return file(prescription, what, change, null, before, standing(prescription));
    }

    private Uni<Void> file(
            Prescription prescription,
            Happening what,
            PrescriptionChange change,
            @Nullable UUID person,
            @Nullable Object before,
            Object after) {
        var id = prescription.id().value();
        return session.persist(change).chain(session::flush).invoke(() -> {
            if (what.reason() != null) {
                journal.because(what.reason());
            }
            journal.changed(id, person, before, after);
            journal.announce(new Event(what.kind().event(), "prescription", id, prescription.version()));
        });
    }

    private static @Nullable Standing standing(Prescription prescription, Happening what) {
        return what.from() == null ? null : new Standing(what.from(), prescription.fillsTaken());
    }

    private static Standing standing(Prescription prescription) {
        return new Standing(prescription.state(), prescription.fillsTaken());
    }
}
