package dev.firstfill.prescribing;

import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.Page;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.Seals;
import dev.firstfill.kernel.StaleVersion;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.kernel.Writing;
import dev.firstfill.patients.PatientChart;
import dev.firstfill.patients.PatientId;
import dev.firstfill.prescribing.PrescriptionChange.Happening;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;

/** Where prescriptions are entered, looked up and amended. */
@ApplicationScoped
public class PrescriptionDesk {
    private static final Act ENTER = Act.of("enter", "prescription");
    private static final Act READ = Act.of("read", "prescription");
    private static final Act LIST = Act.of("list", "prescription");
    private static final Act AMEND = Act.of("amend", "prescription");
    private static final Act READ_CHANGES = Act.of("read", "prescription-changes");

    private final Transactions transactions;
    private final Clock clock;

    public PrescriptionDesk(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** As a draft: a pharmacist has to activate it before anything is filled. */
    public Uni<OpenedPrescription> enter(PrescriptionDetails details, Colleague by) {
        return transactions.write(ENTER, desk -> new References(desk.session(), desk.seals())
                .checked(details, today())
                .chain(order -> new Prescriptions(desk.session(), desk.seals())
                        .sealOf(order.patient())
                        .chain(seal -> new Filing(desk.session(), desk.journal(), by, Now.by(clock))
                                .draft(order, null, details.amendment(), seal))
                        .map(draft -> new OpenedPrescription(draft, order.words(), today()))));
    }

    /** Refused when the patient was erased: what the prescriber wrote is gone. */
    public Uni<OpenedPrescription> read(PrescriptionReference prescription) {
        return transactions.read(READ, desk -> {
            desk.journal().about(prescription.toString());
            var prescriptions = new Prescriptions(desk.session(), desk.seals());
            return prescriptions.find(prescription).chain(found -> prescriptions
                    .words(found)
                    .map(words -> new OpenedPrescription(found, words, today())));
        });
    }

    public Uni<Page<OpenedPrescription>> list(PrescriptionFilter filter, PageRequest page) {
        return transactions.read(LIST, desk -> {
            var prescriptions = new Prescriptions(desk.session(), desk.seals());
            return patient(filter, new PatientChart(desk.session(), desk.seals()))
                    .chain(patient -> prescriptions.page(patient, filter.state(), today(), page))
                    .chain(rows -> {
                        var cut = Page.cut(rows, page.limit(), row -> row);
                        return prescriptions.opened(cut.items(), today()).map(opened -> new Page<>(opened, cut.more()));
                    });
        });
    }

    @SuppressWarnings("NullAway") // Nobody in particular is a null that the store understands.
    private static Uni<PatientId> patient(PrescriptionFilter filter, PatientChart chart) {
        return filter.patient() == null ? Uni.createFrom().nullItem() : chart.identified(filter.patient());
    }

    /**
     * @param change makes the new order of the present one; whatever it throws leaves all as it was
     * @param scope what whoever changes it may change
     */
    public Uni<OpenedPrescription> amend(
            PrescriptionReference prescription,
            int seen,
            UnaryOperator<PrescriptionDetails> change,
            AmendmentScope scope,
            Colleague by) {
        return transactions.write(AMEND, desk -> {
            desk.journal().about(prescription.toString());
            var prescriptions = new Prescriptions(desk.session(), desk.seals());
            return prescriptions
                    .locked(prescription)
                    .invoke(present -> StaleVersion.unless(present.version() == seen))
                    .invoke(present -> scope.mustCover(present.stateOn(today())))
                    .chain(present -> prescriptions
                            .sealOf(present.patient())
                            .chain(seal -> amend(desk, present, change, seal, by)));
        });
    }

    private Uni<OpenedPrescription> amend(
            Writing desk,
            Prescription present,
            UnaryOperator<PrescriptionDetails> change,
            Seals.OfPerson seal,
            Colleague by) {
        var state = present.stateOn(today());
        Amendments.mustBePossible(state);
        var before = present.order(Prescriptions.words(present, seal));
        var wanted = change.apply(before.details());
        Amendments.mustBeAllowed(state, before.details(), wanted);
        var why = wanted.amendment();
        var what = new Happening(ChangeKind.AMENDED, state, state, why == null ? null : why.reason());
        return new References(desk.session(), desk.seals())
                .checked(wanted, today())
                .chain(after -> {
                    Amendments.mustBeAllowed(state, before, after);
                    present.amend(after, Prescriptions.sealed(present.id(), after.words(), seal), Now.by(clock));
                    return new Filing(desk.session(), desk.journal(), by, Now.by(clock))
                            .file(present, what, ChangeWords.ordered(before, after, why), seal)
                            .replaceWith(() -> new OpenedPrescription(present, after.words(), today()));
                });
    }

    /** All that ever happened to it; of a patient who was erased, without what was written. */
    public Uni<Page<RecordedChange>> changes(PrescriptionReference prescription, PageRequest page) {
        return transactions.read(READ_CHANGES, desk -> {
            desk.journal().about(prescription.toString());
            return new Prescriptions(desk.session(), desk.seals())
                    .find(prescription)
                    .chain(found -> new PrescriptionChanges(desk.session())
                            .page(found.id(), page)
                            .chain(rows -> new PatientChart(desk.session(), desk.seals())
                                    .sealsOf(List.of(found.patient().value()))
                                    .map(seals -> Page.cut(
                                            rows,
                                            page.limit(),
                                            row -> PrescriptionChanges.opened(
                                                    row,
                                                    seals.get(found.patient().value()))))));
        });
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
