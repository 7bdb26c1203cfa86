package dev.firstfill.dispensing;

import static dev.firstfill.dispensing.Northgate.PHARMACIST;
import static dev.firstfill.dispensing.Northgate.TECHNICIAN;
import static dev.firstfill.dispensing.Northgate.await;

import dev.firstfill.drugs.Drug;
import dev.firstfill.inventory.Lot;
import dev.firstfill.kernel.Money;
import dev.firstfill.patients.Patient;
import dev.firstfill.prescribing.OpenedPrescription;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Marisol Vega, a drug of her own with ten pens on the shelf, and boxes of it on their way to her. */
final class Boxes {
    final Patient vega;
    final Drug drug;
    final OpenedPrescription prescription;
    final Lot lot;

    private final Northgate northgate;

    Boxes(Northgate northgate, int refills) {
        this.northgate = northgate;
        this.vega = northgate.marisolVega();
        this.drug = northgate.plain();
        this.prescription = northgate.prescription(vega, northgate.drAnand(), drug, refills);
        this.lot = northgate.received(drug, "LOT-A", "2027-06-30", "10");
        northgate.assessed(vega, "2027-06-01");
    }

    /** Two pens for 28 days. */
    Dispense queued() {
        return queued(new FillWish(DispensePart.FULL, null, null, null, null, null));
    }

    Dispense queued(FillWish wish) {
        return await(northgate.queue.queue(prescription.prescription().id(), wish, TECHNICIAN));
    }

    Dispense filled(Dispense queued) {
        northgate.billed(queued, "3500.00");
        var copay = new CopaySettlement(CopaySettlement.Method.PATIENT, new Money("25.00", "USD"));
        await(northgate.clearances.settled(queued.id(), copay, TECHNICIAN));
        var plan = northgate.plan(vega, northgate.today(), 48, ShippingPlan.Signature.CONSENTED);
        await(northgate.shipping.plan(queued.id(), plan, TECHNICIAN));
        return await(northgate.filling.fill(queued.id(), LotChoice.FIRST_TO_EXPIRE, TECHNICIAN));
    }

    Dispense shipped(Dispense queued) {
        var filled = filled(queued);
        await(northgate.verification.verify(filled.id(), PHARMACIST));
        await(northgate.shipping.pack(filled.id(), TECHNICIAN));
        return await(northgate.shipping.ship(filled.id(), "1Z1", TECHNICIAN));
    }

    /** @param billed null when it is what is in it */
    FillWish half(@Nullable String billed, @Nullable LocalDate completionDueOn) {
        return new FillWish(
                DispensePart.PARTIAL,
                BigDecimal.ONE,
                14,
                billed == null ? null : new BigDecimal(billed),
                completionDueOn,
                null);
    }
}
