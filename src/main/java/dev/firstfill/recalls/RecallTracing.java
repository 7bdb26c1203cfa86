package dev.firstfill.recalls;

import dev.firstfill.dispensing.DispenseLog;
import dev.firstfill.inventory.RecallBook;
import dev.firstfill.inventory.RecallId;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.Page;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.Reading;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.patients.PatientChart;
import dev.firstfill.patients.PatientNumber;
import dev.firstfill.patients.PatientReference;
import dev.firstfill.prescribers.PrescriberId;
import dev.firstfill.prescribing.PrescriptionBook;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Where it is found out whom a recall concerns, and written down that they were told. */
@ApplicationScoped
public class RecallTracing {
    private static final Act TRACE = Act.of("trace", "recall");
    private static final Act CONTACT = Act.of("contact about", "recall");

    private final Transactions transactions;
    private final Clock clock;

    public RecallTracing(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Every dispense with one of the lots that went to somebody, with whom to call and what came of it. */
    public Uni<Page<AffectedDispense>> affected(RecallId recall, PageRequest page) {
        return transactions.read(TRACE, desk -> {
            desk.journal().about(recall.toString());
            return new RecallBook(desk.session(), desk.seals())
                    .recall(recall)
                    .chain(found -> new DispenseLog(desk.session())
                            .whereabouts(found.drug(), found.lotNumbers(), page.after(), page.fetched()))
                    .map(traces -> Page.cut(traces, page.limit(), Function.identity()))
                    .chain(cut -> told(desk, recall, cut.items()).map(items -> new Page<>(items, cut.more())));
        });
    }

    private static Uni<List<AffectedDispense>> told(Reading desk, RecallId recall, List<DispenseLog.Trace> traces) {
        if (traces.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var patients =
                traces.stream().map(trace -> trace.patient().value()).distinct().toList();
        patients.forEach(desk.journal()::seen);
        return new PatientChart(desk.session(), desk.seals())
                .numbersEverOf(patients)
                .chain(numbers -> new PrescriptionBook(desk.session(), desk.seals())
                        .prescribersOf(traces.stream()
                                .map(DispenseLog.Trace::prescription)
                                .distinct()
                                .toList())
                        .chain(prescribers -> new RecallContacts(desk.session(), desk.seals())
                                .with(recall, patients)
                                .map(contacts -> affected(traces, numbers, prescribers, contacts))));
    }

    private static List<AffectedDispense> affected(
            List<DispenseLog.Trace> traces,
            Map<UUID, PatientNumber> numbers,
            Map<UUID, PrescriberId> prescribers,
            List<RecallContact> contacts) {
        var last = new HashMap<String, RecallContact>();
        contacts.forEach(contact -> last.put(contact.party() + " " + contact.patient(), contact));
        return traces.stream()
                .map(trace -> new AffectedDispense(
                        trace,
                        numbers.get(trace.patient().value()),
                        prescribers.get(trace.prescription().value()),
                        last.get(RecallContact.Party.PATIENT + " " + trace.patient()),
                        last.get(RecallContact.Party.PRESCRIBER + " " + trace.patient())))
                .toList();
    }

    /** Writes down that somebody was called, reached or not. */
    public Uni<RecallContact> contacted(RecallId recall, PatientReference patient, ContactTry made, Colleague by) {
        if (made.outcome() == RecallContact.Outcome.NOT_REACHED && made.product() != RecallContact.Product.UNKNOWN) {
            throw new RecallTracingRefusals.ProductOfNobody();
        }
        return transactions.write(CONTACT, desk -> {
            desk.journal().about(recall.toString());
            var chart = new PatientChart(desk.session(), desk.seals());
            return new RecallBook(desk.session(), desk.seals()).recall(recall).chain(found -> chart.identified(patient)
                    .call(who ->
                            mustBeAffected(new DispenseLog(desk.session()).went(found.drug(), found.lotNumbers(), who)))
                    .chain(who -> chart.sealOf(who).map(seal -> {
                        var id = Ids.next();
                        return new RecallContactRow(
                                id, recall, who, made, RecallContacts.sealed(id, made.note(), seal), by, Now.by(clock));
                    }))
                    .call(desk.session()::persist)
                    .call(desk.session()::flush)
                    .map(row -> row.opened(made.note()))
                    .invoke(contact -> {
                        desk.journal().changed(contact.id(), contact.patient().value(), null, contact);
                        desk.journal().announce(new Event("recall.contact-made", "recall", recall.value(), 1));
                    }));
        });
    }

    private static Uni<Void> mustBeAffected(Uni<Boolean> affected) {
        return affected.invoke(is -> {
                    if (!is) {
                        throw new RecallTracingRefusals.PatientNotAffected();
                    }
                })
                .replaceWithVoid();
    }
}
