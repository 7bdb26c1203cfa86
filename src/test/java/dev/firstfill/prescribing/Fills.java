package dev.firstfill.prescribing;

import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.OnePharmacy;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;

/** Another context that fills prescriptions, inside acts of its own. */
record Fills(OnePharmacy pharmacy) {

    Uni<Prescription> take(PrescriptionReference reference, LocalDate today, Colleague by) {
        return pharmacy.write(Act.of("record", "dispense"), desk -> {
            var book = new PrescriptionBook(desk.session(), desk.seals());
            return book.forFilling(reference)
                    .invoke(prescription -> prescription.takeFill(today))
                    .call(prescription -> book.fillTaken(desk, prescription, by, Instant.EPOCH));
        });
    }

    Uni<Prescription> giveBack(PrescriptionReference reference, Colleague by) {
        return pharmacy.write(Act.of("reverse", "dispense"), desk -> {
            var book = new PrescriptionBook(desk.session(), desk.seals());
            return book.forFilling(reference)
                    .invoke(Prescription::giveBackFill)
                    .call(prescription -> book.fillGivenBack(desk, prescription, by, Instant.EPOCH));
        });
    }
}
