package dev.firstfill.dispensing;

import dev.firstfill.drugs.DrugDetails;
import dev.firstfill.drugs.Formulary;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Reading;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.patients.PatientChart;
import dev.firstfill.patients.PersonName;
import dev.firstfill.prescribers.PrescriberDetails;
import dev.firstfill.prescribers.PrescriberName;
import dev.firstfill.prescribers.PrescriberRegister;
import dev.firstfill.prescribing.Prescription;
import dev.firstfill.prescribing.PrescriptionBook;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is printed for a dispense. */
@ApplicationScoped
public class LabelPress {
    private static final Act READ = Act.of("read label of", "dispense");

    private final Transactions transactions;

    public LabelPress(Transactions transactions) {
        this.transactions = transactions;
    }

    public Uni<Label> label(DispenseReference dispense) {
        return transactions.read(READ, desk -> {
            desk.journal().about(dispense.toString());
            var dispenses = new Dispenses(desk.session(), desk.seals());
            return dispenses.find(dispense).chain(dispenses::opened).chain(open -> label(desk, open));
        });
    }

    private static Uni<Label> label(Reading desk, Dispense dispense) {
        var book = new PrescriptionBook(desk.session(), desk.seals());
        return book.read(dispense.prescription()).chain(prescription -> book.words(prescription)
                .chain(words -> new PatientChart(desk.session(), desk.seals())
                        .whole(dispense.patient())
                        .chain(patient -> new PrescriberRegister(desk.session())
                                .prescriber(prescription.prescriber())
                                .chain(prescriber -> new Formulary(desk.session())
                                        .drug(dispense.drug())
                                        .map(drug -> of(
                                                dispense,
                                                prescription,
                                                words.sig(),
                                                patient.details().name(),
                                                prescriber.details(),
                                                drug.details()))))));
    }

    private static Label of(
            Dispense dispense,
            Prescription prescription,
            String directions,
            PersonName patient,
            PrescriberDetails prescriber,
            DrugDetails drug) {
        var plan = Optional.ofNullable(dispense.record().plan());
        return new Label(
                dispense.number(),
                prescription.number().toString(),
                dispense.fillNumber(),
                Math.max(0, prescription.fillsRemaining()),
                patient.given() + " " + patient.family(),
                inFull(prescriber.name()),
                drug.name(),
                drug.strength(),
                drug.dosageForm(),
                drug.manufacturer(),
                directions,
                dispense.quantity(),
                drug.packageSize().unit(),
                dispense.daysSupply(),
                dispense.filledOn(),
                discardAfter(dispense),
                dispense.lots(),
                drug.storage(),
                plan.map(ShippingPlan::coldPack).orElse(null),
                plan.map(ShippingPlan::address).orElse(null));
    }

    private static String inFull(PrescriberName name) {
        return name.given() + " " + name.family();
    }

    private static @Nullable LocalDate discardAfter(Dispense dispense) {
        return dispense.lots().stream()
                .map(DispenseLot::expiresOn)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
