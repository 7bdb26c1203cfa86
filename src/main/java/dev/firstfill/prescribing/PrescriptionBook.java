package dev.firstfill.prescribing;

import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Seals;
import dev.firstfill.kernel.Writing;
import dev.firstfill.prescribers.PrescriberId;
import dev.firstfill.prescribing.PrescriptionChange.Happening;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Prescriptions as other contexts meet them, inside acts of their own: lock one for filling, take a fill, give it back,
 * and have that written down.
 */
public final class PrescriptionBook {
    private final Prescriptions prescriptions;

    public PrescriptionBook(Mutiny.QueryProducer session, Seals seals) {
        this.prescriptions = new Prescriptions(session, seals);
    }

    /** Refused as not found when the pharmacy has no such prescription. */
    public Uni<Prescription> read(PrescriptionReference prescription) {
        return prescriptions.find(prescription);
    }

    /** The same with its row locked until the transaction ends: the first lock that a dispense takes. */
    public Uni<Prescription> forFilling(PrescriptionReference prescription) {
        return prescriptions.locked(prescription);
    }

    /** Who wrote these, by prescription. */
    public Uni<Map<UUID, PrescriberId>> prescribersOf(Collection<PrescriptionId> those) {
        return prescriptions.prescribersOf(those);
    }

    /** Opens what people wrote on it; refused when the patient was erased. */
    public Uni<PrescriptionWords> words(Prescription prescription) {
        return prescriptions.words(prescription);
    }

    /**
     * Enters a draft in somebody's act. Whatever it is refused for, nothing has been written by then, so the act may go
     * on without it.
     */
    public static Uni<Prescription> draft(
            Writing desk, PrescriptionDetails details, Colleague by, LocalDate today, Instant now) {
        return new References(desk.session(), desk.seals())
                .checked(details, today)
                .chain(order -> new Prescriptions(desk.session(), desk.seals())
                        .sealOf(order.patient())
                        .chain(seal ->
                                new Filing(desk.session(), desk.journal(), by, now).draft(order, null, null, seal)));
    }

    /** Writes down, and tells, that a fill was taken; after {@link Prescription#takeFill}. */
    public Uni<Void> fillTaken(Writing desk, Prescription prescription, Colleague by, Instant now) {
        var before = new Standing(PrescriptionState.ACTIVE, prescription.fillsTaken() - 1);
        var what = new Happening(ChangeKind.FILL_TAKEN, before.state(), prescription.state(), null);
        return new Filing(desk.session(), desk.journal(), by, now).fill(prescription, what, before);
    }

    /** Writes down, and tells, that a fill was given back; after {@link Prescription#giveBackFill}. */
    public Uni<Void> fillGivenBack(Writing desk, Prescription prescription, Colleague by, Instant now) {
        boolean reopened = prescription.state() == PrescriptionState.ACTIVE && prescription.fillsRemaining() == 1;
        var before = new Standing(
                reopened ? PrescriptionState.COMPLETED : prescription.state(), prescription.fillsTaken() + 1);
        var what = new Happening(ChangeKind.FILL_GIVEN_BACK, before.state(), prescription.state(), null);
        return new Filing(desk.session(), desk.journal(), by, now).fill(prescription, what, before);
    }
}
