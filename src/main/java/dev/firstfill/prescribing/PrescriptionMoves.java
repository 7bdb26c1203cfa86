package dev.firstfill.prescribing;

import dev.firstfill.identifiers.NcpdpProviderId;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.Seals;
import dev.firstfill.kernel.StaleVersion;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.kernel.Writing;
import dev.firstfill.prescribing.PrescriptionChange.Happening;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where prescriptions are activated, held, released, cancelled and transferred. */
@ApplicationScoped
public class PrescriptionMoves {
    private static final Act ACTIVATE = Act.of("activate", "prescription");
    private static final Act HOLD = Act.of("hold", "prescription");
    private static final Act RELEASE = Act.of("release", "prescription");
    private static final Act CANCEL = Act.of("cancel", "prescription");
    private static final Act TRANSFER = Act.of("transfer", "prescription");

    private final Transactions transactions;
    private final Clock clock;

    public PrescriptionMoves(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Makes a draft one that may be filled; whoever does it has verified it. The rules are asked once more, because the
     * drug may have been corrected since.
     *
     * @param seen the version that was verified; refused as stale when another is present
     */
    public Uni<OpenedPrescription> activate(PrescriptionReference prescription, int seen, Colleague by) {
        return moved(ACTIVATE, prescription, by, at -> {
            StaleVersion.unless(at.present().version() == seen);
            var what = move(at.present(), PrescriptionMove.ACTIVATE, ChangeKind.ACTIVATED, null);
            var lastDay = at.present().expiresOn();
            if (today().isAfter(lastDay)) {
                throw new PrescribingRefusals.DraftTooOld(lastDay);
            }
            var words = at.words();
            return new References(at.desk().session(), at.desk().seals())
                    .checked(at.present().order(words).details(), today())
                    .map(checked -> new Moved(what, ChangeWords.noted(null), words));
        });
    }

    public Uni<OpenedPrescription> hold(
            PrescriptionReference prescription, HoldReason reason, @Nullable String note, Colleague by) {
        return moved(HOLD, prescription, by, at -> {
            var what = move(at.present(), PrescriptionMove.HOLD, ChangeKind.HELD, reason);
            return noted(at, what, note);
        });
    }

    public Uni<OpenedPrescription> release(PrescriptionReference prescription, Colleague by) {
        return moved(RELEASE, prescription, by, at -> {
            var what = move(at.present(), PrescriptionMove.RELEASE, ChangeKind.RELEASED, null);
            return noted(at, what, null);
        });
    }

    public Uni<OpenedPrescription> cancel(
            PrescriptionReference prescription, CancellationReason reason, @Nullable String note, Colleague by) {
        return moved(CANCEL, prescription, by, at -> {
            var what = move(at.present(), PrescriptionMove.CANCEL, ChangeKind.CANCELLED, reason);
            return noted(at, what, note);
        });
    }

    /** To another pharmacy, with all fills that remain. Once, and for good: 21 CFR 1306.25(a) allows no more. */
    public Uni<OpenedPrescription> transfer(
            PrescriptionReference prescription,
            NcpdpProviderId pharmacy,
            String pharmacyName,
            @Nullable String note,
            Colleague by) {
        return moved(TRANSFER, prescription, by, at -> {
            var present = at.present();
            var from = present.stateOn(today());
            var words = at.words().transferredTo(pharmacyName);
            present.transfer(pharmacy, Prescriptions.sealed(present.id(), words, at.seal()), today(), Now.by(clock));
            var what = new Happening(ChangeKind.TRANSFERRED, from, present.state(), null);
            return Uni.createFrom().item(new Moved(what, new ChangeWords(null, null, note, null, pharmacyName), words));
        });
    }

    private Happening move(Prescription present, PrescriptionMove move, ChangeKind kind, @Nullable Enum<?> reason) {
        var from = present.stateOn(today());
        present.move(move, today(), Now.by(clock));
        return new Happening(kind, from, present.state(), reason);
    }

    private static Uni<Moved> noted(Locked at, Happening what, @Nullable String note) {
        return Uni.createFrom().item(new Moved(what, ChangeWords.noted(note), at.words()));
    }

    /** A move that was made and is still to be filed. */
    private record Moved(Happening what, ChangeWords change, PrescriptionWords words) {}

    /** A prescription whose row is locked, with all that a move of it takes. */
    private record Locked(Writing desk, Prescription present, Seals.OfPerson seal) {
        PrescriptionWords words() {
            return Prescriptions.words(present, seal);
        }
    }

    private Uni<OpenedPrescription> moved(
            Act act, PrescriptionReference prescription, Colleague by, Function<Locked, Uni<Moved>> step) {
        return transactions.write(act, desk -> {
            desk.journal().about(prescription.toString());
            var prescriptions = new Prescriptions(desk.session(), desk.seals());
            return prescriptions.locked(prescription).chain(present -> prescriptions
                    .sealOf(present.patient())
                    .chain(seal -> step.apply(new Locked(desk, present, seal))
                            .chain(moved -> new Filing(desk.session(), desk.journal(), by, Now.by(clock))
                                    .file(present, moved.what(), moved.change(), seal)
                                    .replaceWith(() -> new OpenedPrescription(present, moved.words(), today())))));
        });
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
