package dev.firstfill.dispensing;

import dev.firstfill.claims.BilledSupply;
import dev.firstfill.claims.Claim;
import dev.firstfill.claims.ClaimBook;
import dev.firstfill.claims.ClaimFill;
import dev.firstfill.claims.ClaimLog;
import dev.firstfill.claims.ClaimRequest;
import dev.firstfill.claims.DispensingStatus;
import dev.firstfill.claims.Payer;
import dev.firstfill.drugs.DrugDetails;
import dev.firstfill.drugs.Formulary;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.patients.Coverage;
import dev.firstfill.prescribers.PrescriberDetails;
import dev.firstfill.prescribers.PrescriberRegister;
import dev.firstfill.prescribing.Prescription;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Where the payer is asked to pay for a dispense. */
@ApplicationScoped
public class BillingDesk {
    /** As many as a claim carries (424-DO); those that a prescription names beyond are left out. */
    private static final int DIAGNOSES_MAX = 5;

    private static final Act BILL = Act.of("bill", "dispense");
    private static final Act READ = Act.of("read claims of", "dispense");

    private final Transactions transactions;
    private final Clock clock;
    private final Payer payer;

    public BillingDesk(Transactions transactions, Clock clock, Payer payer) {
        this.transactions = transactions;
        this.clock = clock;
        this.payer = payer;
    }

    /**
     * Submits the claim of a dispense that has not left yet; the payer's answer follows.
     *
     * @param billed gross amount due in US dollars
     */
    public Uni<Claim> bill(DispenseReference dispense, Coverage.Benefit benefit, BigDecimal billed, Colleague by) {
        return transactions.write(BILL, desk -> DispenseInHand.take(desk, clock, dispense, by)
                .map(DispenseInHand::mustBeOpen)
                .invoke(BillingDesk::refuseUnbillable)
                .chain(hand -> new Formulary(desk.session())
                        .drug(hand.row().drug())
                        .chain(drug -> new PrescriberRegister(desk.session())
                                .prescriber(hand.prescription().prescriber())
                                .map(prescriber ->
                                        request(hand, drug.details(), prescriber.details(), benefit, billed, by)))
                        .chain(request ->
                                new ClaimBook(desk.session(), desk.seals(), desk.journal()).submit(request, payer))
                        .call(claim -> hand.put(
                                DispenseEventKind.CLAIM_SUBMITTED,
                                Map.of("claim", claim.id().toString(), "benefit", benefit.name())))));
    }

    private static void refuseUnbillable(DispenseInHand hand) {
        var dispense = hand.dispense();
        if (dispense.record().exemption() != null
                || dispense.billedQuantity().signum() == 0
                || PaymentGates.holdsGivenStock(dispense)) {
            throw new DispensingRefusals.NothingToBill();
        }
    }

    private static ClaimRequest request(
            DispenseInHand hand,
            DrugDetails drug,
            PrescriberDetails prescriber,
            Coverage.Benefit benefit,
            BigDecimal billed,
            Colleague by) {
        var prescription = hand.prescription();
        return new ClaimRequest(
                new ClaimFill(
                        hand.row().id().value(),
                        prescription.id().value(),
                        prescription.number().toString(),
                        hand.dispense().fillNumber()),
                hand.row().patient(),
                drug.ndc(),
                prescriber.npi(),
                prescription.icd10Codes().stream().limit(DIAGNOSES_MAX).toList(),
                benefit,
                hand.today(),
                supply(hand.dispense(), prescription),
                prescription.dispenseAsWritten().code(),
                billed,
                by,
                hand.now());
    }

    private static BilledSupply supply(Dispense dispense, Prescription prescription) {
        var quantity = dispense.billedQuantity();
        if (dispense.part() == DispensePart.FULL) {
            return BilledSupply.full(quantity, dispense.daysSupply());
        }
        int days = quantity.multiply(BigDecimal.valueOf(prescription.daysSupply()))
                .divide(prescription.quantity(), 0, RoundingMode.HALF_UP)
                .max(BigDecimal.ONE)
                .intValueExact();
        return new BilledSupply(
                quantity,
                days,
                dispense.part() == DispensePart.PARTIAL ? DispensingStatus.PARTIAL : DispensingStatus.COMPLETION,
                prescription.quantity(),
                prescription.daysSupply());
    }

    /** All claims of the dispense, in the order in which they were submitted. */
    public Uni<List<Claim>> claims(DispenseReference dispense) {
        return transactions.read(READ, desk -> {
            desk.journal().about(dispense.toString());
            return new Dispenses(desk.session(), desk.seals()).find(dispense).chain(row -> new ClaimLog(
                            desk.session(), desk.seals())
                    .of(row.id().value()));
        });
    }
}
