package dev.firstfill.prescribing;

import static dev.firstfill.prescribing.Orders.PRIYA;
import static dev.firstfill.prescribing.Orders.await;

import dev.firstfill.drugs.Drug;
import dev.firstfill.kernel.OnePharmacy;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.SettableClock;
import dev.firstfill.patients.Patient;
import dev.firstfill.prescribers.Prescriber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A patient, a prescriber and a drug of a test's own, and what is done with prescriptions of theirs. */
final class Office {
    final SettableClock clock = new SettableClock();
    final PrescriptionDesk desk;
    final PrescriptionMoves moves;
    final RenewalDesk renewals;
    final Patient vega;
    final Prescriber anand;
    final Drug adalimumab;

    Office(OnePharmacy pharmacy) {
        desk = new PrescriptionDesk(pharmacy, clock);
        moves = new PrescriptionMoves(pharmacy, clock);
        renewals = new RenewalDesk(pharmacy, clock);
        vega = Orders.vega(pharmacy, clock);
        anand = Orders.drAnand(pharmacy, clock);
        adalimumab = Orders.adalimumab(pharmacy, clock);
    }

    PrescriptionDetails details(String... members) {
        return Orders.details(
                vega.number().toString(), anand.id().toString(), adalimumab.id().toString(), members);
    }

    PrescriptionDetails present(PrescriptionDetails present, String... members) {
        return Orders.changed(present, members);
    }

    PrescriptionId draft(String... members) {
        return await(desk.enter(details(members), PRIYA)).prescription().id();
    }

    /** Version 2. */
    PrescriptionId active(String... members) {
        var draft = draft(members);
        return await(moves.activate(draft, 1, PRIYA)).prescription().id();
    }

    OpenedPrescription read(PrescriptionReference prescription) {
        return await(desk.read(prescription));
    }

    List<RecordedChange> changes(PrescriptionReference prescription) {
        return await(desk.changes(prescription, new PageRequest(null, 50, false)))
                .items();
    }

    List<PrescriptionId> listed(@Nullable PrescriptionState state) {
        var ofVega = new PrescriptionFilter(vega.id(), state);
        return await(desk.list(ofVega, new PageRequest(null, 50, false))).items().stream()
                .map(item -> item.prescription().id())
                .toList();
    }
}
