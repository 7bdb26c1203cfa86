package dev.firstfill.prescribing;

import dev.firstfill.drugs.Drug;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Seals;
import dev.firstfill.patients.PatientId;
import dev.firstfill.prescribers.PrescriberId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Prescriptions that another system entered, and fills that it took: many at once, inside the act of whoever has them.
 * What is ordered is held to the rules of every order; how it came to stand where it stands is history, and is not.
 * Tells nobody: that is the act's to do.
 */
public final class PrescriptionHistory {
    private final Mutiny.QueryProducer session;
    private final Colleague by;
    private final LocalDate today;
    private final Instant now;
    private final Map<UUID, Prescription> all;
    private final Map<UUID, Prescription> entered = new LinkedHashMap<>();

    /** Those that fills were added to, as they stood before. */
    private final Map<UUID, Standing> filled = new LinkedHashMap<>();

    private PrescriptionHistory(
            Mutiny.QueryProducer session, List<Prescription> present, Colleague by, LocalDate today, Instant now) {
        this.session = session;
        this.by = by;
        this.today = today;
        this.now = now;
        this.all = new HashMap<>(present.stream()
                .collect(Collectors.toMap(prescription -> prescription.id().value(), Function.identity())));
    }

    /** @param expected those that fills are going to be added to; locked until the transaction ends */
    public static Uni<PrescriptionHistory> open(
            Mutiny.QueryProducer session, Collection<UUID> expected, Colleague by, LocalDate today, Instant now) {
        return new PastPrescriptions(session)
                .locked(expected)
                .map(present -> new PrescriptionHistory(session, present, by, today, now));
    }

    /** Empty when it was neither expected nor entered. */
    public Optional<Prescription> prescription(UUID id) {
        return Optional.ofNullable(all.get(id));
    }

    /** All that were expected. */
    public Collection<Prescription> present() {
        return List.copyOf(all.values());
    }

    /** Refused like every order that breaks a rule. What {@code details} names is left to the caller to find. */
    public Prescription enter(
            PrescriptionDetails details,
            PatientId patient,
            PrescriberId prescriber,
            Drug drug,
            PastState left,
            Seals.OfPerson seal) {
        var order = PrescriptionOrder.checked(details, patient, prescriber, drug.id(), drug.details(), today);
        var id = new PrescriptionId(Ids.next());
        var prescription = new Prescription(id, order, Prescriptions.sealed(id, order.words(), seal), null, now);
        prescription.standAs(left);
        all.put(id.value(), prescription);
        entered.put(id.value(), prescription);
        return prescription;
    }

    /** Refused when it contradicts the prescription. */
    public void mustBePossible(PastFill fill, Prescription prescription) {
        fill.mustBePossible(prescription);
    }

    /** Counts it, unless it was undone. */
    public void add(PastFill fill, Prescription prescription) {
        if (fill.undone()) {
            return;
        }
        var before = new Standing(prescription.state(), prescription.fillsTaken());
        prescription.countPastFill();
        filled.putIfAbsent(prescription.id().value(), before);
    }

    public Uni<Void> write() {
        var store = new PastPrescriptions(session);
        var grown = filled.keySet().stream()
                .filter(id -> !entered.containsKey(id))
                .map(all::get)
                .toList();
        return store.insert(entered.values())
                .chain(() -> store.update(grown, now))
                .chain(() -> store.changed(entered.values(), filled, all, by, now));
    }
}
