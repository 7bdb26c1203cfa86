package dev.firstfill.prescribing;

import dev.firstfill.drugs.Drug;
import dev.firstfill.drugs.DrugReference;
import dev.firstfill.drugs.Formulary;
import dev.firstfill.kernel.Refusal;
import dev.firstfill.kernel.Seals;
import dev.firstfill.patients.PatientChart;
import dev.firstfill.patients.PatientId;
import dev.firstfill.patients.PatientReference;
import dev.firstfill.prescribers.PrescriberId;
import dev.firstfill.prescribers.PrescriberReference;
import dev.firstfill.prescribers.PrescriberRegister;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Finds whom and what an order names. What is not there is the order's mistake, not the address's, and is refused as one
 * (422), naming the property.
 */
final class References {
    private final Mutiny.QueryProducer session;
    private final Seals seals;

    References(Mutiny.QueryProducer session, Seals seals) {
        this.session = session;
        this.seals = seals;
    }

    Uni<PrescriptionOrder> checked(PrescriptionDetails details, LocalDate today) {
        return patient(details.patient())
                .chain(patient -> prescriber(details.prescriber()).chain(prescriber -> drug(details.drug())
                        .map(drug -> PrescriptionOrder.checked(
                                details, patient, prescriber, drug.id(), drug.details(), today))));
    }

    private Uni<PatientId> patient(String reference) {
        return named(
                () -> PatientReference.of(reference),
                new PatientChart(session, seals)::identified,
                PrescribingRefusals.NoSuchPatient::new);
    }

    private Uni<PrescriberId> prescriber(String reference) {
        return named(
                () -> PrescriberReference.of(reference),
                found -> new PrescriberRegister(session).prescriber(found).map(prescriber -> prescriber.id()),
                PrescribingRefusals.NoSuchPrescriber::new);
    }

    private Uni<Drug> drug(String reference) {
        return named(
                () -> DrugReference.of(reference), new Formulary(session)::drug, PrescribingRefusals.NoSuchDrug::new);
    }

    private static <R, T> Uni<T> named(Supplier<R> reference, Function<R, Uni<T>> found, Supplier<Refusal> missing) {
        return Uni.createFrom()
                .item(reference)
                .chain(found::apply)
                .onFailure(References::isNotFound)
                .transform(notFound -> missing.get());
    }

    private static boolean isNotFound(Throwable failure) {
        return failure instanceof Refusal refusal && refusal.kind() == Refusal.Kind.NOT_FOUND;
    }
}
