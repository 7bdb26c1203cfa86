package dev.firstfill.prescribing;

import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.Page;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.Seals;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.kernel.UniqueRule;
import dev.firstfill.kernel.Writing;
import dev.firstfill.patients.PatientChart;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where prescribers are asked for another prescription, and where their answer is entered. */
@ApplicationScoped
public class RenewalDesk {
    private static final Act REQUEST = Act.of("request", "renewal");
    private static final Act LIST = Act.of("list", "renewal-request");
    private static final Act ANSWER = Act.of("answer", "renewal-request");
    private static final String SUBJECT = "renewal-request";

    private static final UniqueRule ONE_OPEN =
            new UniqueRule("renewal_request_one_open", PrescribingRefusals.RenewalRequestOpen::new);

    private final Transactions transactions;
    private final Clock clock;

    public RenewalDesk(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** One at a time: a second one waits until the first is answered. */
    public Uni<RenewalRequest> request(PrescriptionReference prescription, NewRenewalRequest wish, Colleague by) {
        return transactions.write(REQUEST, desk -> {
            desk.journal().about(prescription.toString());
            var prescriptions = new Prescriptions(desk.session(), desk.seals());
            return prescriptions
                    .find(prescription)
                    .invoke(found -> mustBeRenewable(found.stateOn(today())))
                    .chain(found -> prescriptions.sealOf(found.patient()).chain(seal -> {
                        var id = Ids.next();
                        var record = RenewalRequests.sealed(id, new RenewalWords(wish.note(), null), seal);
                        var row = new RenewalRequestRow(id, found, wish.requestedBy(), record, by, Now.by(clock));
                        return desk.session()
                                .persist(row)
                                .chain(() -> ONE_OPEN.on(desk.session().flush()))
                                .map(flushed -> RenewalRequests.opened(row, seal))
                                .invoke(opened -> tell(desk, found, "opened", null, opened));
                    }));
        });
    }

    private static void mustBeRenewable(PrescriptionState state) {
        switch (state) {
            case ACTIVE, ON_HOLD, COMPLETED, EXPIRED -> {}
            case DRAFT, CANCELLED, TRANSFERRED_OUT -> throw new PrescribingRefusals.NotRenewable(state);
        }
    }

    /** Of a patient who was erased, without what was written. */
    public Uni<Page<RenewalRequest>> list(PrescriptionReference prescription, PageRequest page) {
        return transactions.read(LIST, desk -> {
            desk.journal().about(prescription.toString());
            return new Prescriptions(desk.session(), desk.seals())
                    .find(prescription)
                    .chain(found -> new RenewalRequests(desk.session())
                            .page(found.id(), page)
                            .chain(rows -> new PatientChart(desk.session(), desk.seals())
                                    .sealsOf(List.of(found.patient().value()))
                                    .map(seals -> Page.cut(
                                            rows,
                                            page.limit(),
                                            row -> RenewalRequests.opened(
                                                    row,
                                                    seals.get(found.patient().value()))))));
        });
    }

    /** Answers the open request. Approved, it makes a draft that renews the prescription. */
    public Uni<RenewalRequest> answer(PrescriptionReference prescription, RenewalAnswer answer, Colleague by) {
        return transactions.write(ANSWER, desk -> {
            desk.journal().about(prescription.toString());
            var prescriptions = new Prescriptions(desk.session(), desk.seals());
            return prescriptions.find(prescription).chain(found -> prescriptions
                    .sealOf(found.patient())
                    .chain(seal -> new RenewalRequests(desk.session())
                            .openOf(found.id())
                            .chain(row -> answer(desk, found, row, answer, seal, by))));
        });
    }

    private Uni<RenewalRequest> answer(
            Writing desk,
            Prescription renewed,
            RenewalRequestRow row,
            RenewalAnswer answer,
            Seals.OfPerson seal,
            Colleague by) {
        var before = RenewalRequests.opened(row, seal);
        var words = RenewalRequests.sealed(row.id(), new RenewalWords(before.note(), answer.note()), seal);
        return renewal(desk, renewed, answer, seal, by)
                .invoke(renewal -> row.answer(answer, renewal, words, by, Now.by(clock)))
                .chain(desk.session()::flush)
                .map(flushed -> RenewalRequests.opened(row, seal))
                .invoke(after -> tell(desk, renewed, answer.outcome().name().toLowerCase(Locale.ROOT), before, after));
    }

    /** The new draft's id, or null when there is none. */
    @SuppressWarnings("NullAway") // No renewal is a null that the row understands.
    private Uni<PrescriptionId> renewal(
            Writing desk, Prescription renewed, RenewalAnswer answer, Seals.OfPerson seal, Colleague by) {
        if (answer.outcome() != RenewalAnswer.Outcome.APPROVED) {
            return Uni.createFrom().nullItem();
        }
        var order = renewed.order(Prescriptions.words(renewed, seal)).details();
        return new References(desk.session(), desk.seals())
                .checked(order.renewed(Objects.requireNonNullElse(answer.writtenOn(), today()), answer), today())
                .chain(checked -> new Filing(desk.session(), desk.journal(), by, Now.by(clock))
                        .draft(checked, renewed.id(), null, seal))
                .map(Prescription::id);
    }

    private static void tell(
            Writing desk, Prescription renewed, String event, @Nullable RenewalRequest before, RenewalRequest after) {
        desk.journal().changed(after.id(), renewed.patient().value(), before, after);
        desk.journal().announce(new Event(SUBJECT + "." + event, SUBJECT, after.id(), after.version()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
