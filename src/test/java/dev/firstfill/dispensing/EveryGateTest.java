package dev.firstfill.dispensing;

import static dev.firstfill.dispensing.Northgate.PHARMACIST;
import static dev.firstfill.dispensing.Northgate.TECHNICIAN;
import static dev.firstfill.dispensing.Northgate.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.claims.Claim;
import dev.firstfill.claims.ClaimDesk;
import dev.firstfill.claims.ClaimId;
import dev.firstfill.customfields.CustomFieldSight;
import dev.firstfill.drugs.Drug;
import dev.firstfill.drugs.DrugDetails;
import dev.firstfill.drugs.DrugFile;
import dev.firstfill.inventory.Lot;
import dev.firstfill.inventory.LotFile;
import dev.firstfill.inventory.RecallClass;
import dev.firstfill.inventory.RecallDepth;
import dev.firstfill.inventory.RecallDesk;
import dev.firstfill.inventory.RecallNotice;
import dev.firstfill.kernel.Money;
import dev.firstfill.patients.Patient;
import dev.firstfill.patients.PatientDetails;
import dev.firstfill.patients.PatientRegistry;
import dev.firstfill.prescribers.Prescriber;
import dev.firstfill.prescribers.PrescriberDetails;
import dev.firstfill.prescribers.PrescriberDirectory;
import dev.firstfill.prescribers.StateLicence;
import dev.firstfill.prescribing.HoldReason;
import dev.firstfill.prescribing.OpenedPrescription;
import dev.firstfill.prescribing.PrescriptionMoves;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rest of a split fill of a drug that asks every gate: each alone stops it, at the bench and at the door. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EveryGateTest {
    private static Northgate northgate;

    private Patient vega;
    private Prescriber anand;
    private Drug drug;
    private OpenedPrescription prescription;
    private Lot lot;
    private Dispense firstPart;
    private Dispense dispense;
    private Claim claim;

    @BeforeAll
    static void open() {
        northgate = new Northgate();
    }

    @AfterAll
    static void close() {
        northgate.close();
    }

    @BeforeEach
    void aDispenseThatMayGo() {
        vega = northgate.marisolVega();
        anand = northgate.drAnand();
        drug = northgate.guarded();
        prescription = northgate.prescription(vega, anand, drug, 2);
        lot = northgate.received(drug, "LOT-A", "2027-06-30", "10");
        northgate.authorised(vega, drug, "2026-03-01", "2026-08-31", "6");
        northgate.assessed(vega, "2026-06-01");
        firstPart = filled(DispensePart.PARTIAL, BigDecimal.ONE);
        await(northgate.verification.verify(firstPart.id(), PHARMACIST));
        await(northgate.shipping.pack(firstPart.id(), TECHNICIAN));
        await(northgate.shipping.ship(firstPart.id(), "1Z1", TECHNICIAN));
        hear(ToleranceCall.Outcome.TOLERATED);
        dispense = filled(DispensePart.COMPLETION, BigDecimal.ONE);
    }

    private Dispense filled(DispensePart part, BigDecimal quantity) {
        var wish = new FillWish(part, quantity, null, null, null, null);
        var queued = await(northgate.queue.queue(prescription.prescription().id(), wish, TECHNICIAN));
        claim = northgate.billed(queued, "3500.00");
        await(northgate.clearances.settled(queued.id(), copay("25.00"), TECHNICIAN));
        authorise(queued, northgate.today());
        plan(queued, 48, ShippingPlan.Signature.CONSENTED);
        return await(northgate.filling.fill(queued.id(), LotChoice.FIRST_TO_EXPIRE, TECHNICIAN));
    }

    @ParameterizedTest
    @EnumSource(Gate.class)
    void stops_the_verification_alone(Gate gate) {
        close(gate);

        assertThatThrownBy(() -> await(northgate.verification.verify(dispense.id(), PHARMACIST)))
                .isInstanceOfSatisfying(DispensingRefusals.GatesClosed.class, stopped -> assertThat(stopped.gates())
                        .extracting(ClosedGate::gate)
                        .containsExactly(gate));

        assertThat(state()).isEqualTo(DispenseState.FILLED);
    }

    @ParameterizedTest
    @EnumSource(Gate.class)
    void stops_the_shipment_alone_when_it_closes_after_the_verification(Gate gate) {
        await(northgate.verification.verify(dispense.id(), PHARMACIST));
        await(northgate.shipping.pack(dispense.id(), TECHNICIAN));
        close(gate);

        assertThatThrownBy(() -> await(northgate.shipping.ship(dispense.id(), "1Z2", TECHNICIAN)))
                .isInstanceOfSatisfying(DispensingRefusals.GatesClosed.class, stopped -> assertThat(stopped.gates())
                        .extracting(ClosedGate::gate)
                        .containsExactly(gate));

        assertThat(state()).isEqualTo(DispenseState.PACKED);
        assertThat(await(new LotFile(northgate.pharmacy, northgate.clock).read(lot.id()))
                        .onHand())
                .isEqualByComparingTo("9");
    }

    private DispenseState state() {
        return await(northgate.queue.read(dispense.id())).state();
    }

    private void close(Gate gate) {
        switch (gate) {
            case PRESCRIPTION_VALID ->
                await(new PrescriptionMoves(northgate.pharmacy, northgate.clock)
                        .hold(prescription.prescription().id(), HoldReason.PRESCRIBER, null, PHARMACIST));
            case DIAGNOSIS_CODED -> {
                northgate.sql("alter table pharmacy.prescription drop constraint if exists prescription_has_diagnosis");
                northgate.sql("update pharmacy.prescription set icd10_codes = '{}' where id = '%s'"
                        .formatted(prescription.prescription().id()));
            }
            case PRESCRIBER_LICENSED -> {
                var lapsed = anand.details().licences().getFirst();
                await(new PrescriberDirectory(northgate.pharmacy, northgate.clock)
                        .amend(
                                anand.id(),
                                1,
                                present -> new PrescriberDetails(
                                        present.npi(),
                                        present.dea(),
                                        present.name(),
                                        present.specialities(),
                                        present.offices(),
                                        List.of(new StateLicence(lapsed.state(), lapsed.number(), yesterday())))));
            }
            case PRIOR_AUTHORISATION ->
                northgate.sql("update pharmacy.prior_authorisation set valid_until = '%s' where drug_id = '%s'"
                        .formatted(yesterday(), drug.id()));
            case CLAIM_SETTLED -> {
                var desk = new ClaimDesk(northgate.pharmacy, Northgate.PAYS, northgate.clock);
                await(desk.reverse(new ClaimId(claim.id()), Northgate.BILLER));
            }
            case COPAY_SETTLED -> await(northgate.clearances.settled(dispense.id(), copay("24.99"), TECHNICIAN));
            case ASSESSMENT_CURRENT ->
                northgate.sql("update pharmacy.assessment set current_until = '%s' where patient_id = '%s'"
                        .formatted(yesterday(), vega.id()));
            case REMS_AUTHORISED -> authorise(dispense, yesterday());
            case SPLIT_FILL_TOLERATED -> hear(ToleranceCall.Outcome.STOPPED);
            case DISTRIBUTION_ALLOWED ->
                await(new DrugFile(northgate.pharmacy, northgate.clock)
                        .amend(drug.id(), 1, present -> agreedUntil(present, yesterday())));
            case LOTS_USABLE -> {
                var notice = new RecallNotice(
                        List.of("LOT-A"), RecallClass.values()[0], RecallDepth.values()[0], "FDA-1", null);
                await(new RecallDesk(northgate.pharmacy, northgate.clock).open(drug.id(), notice, PHARMACIST));
            }
            case COLD_CHAIN_PLANNED -> plan(dispense, 47, ShippingPlan.Signature.CONSENTED);
            case ADDRESS_CONFIRMED ->
                await(new PatientRegistry(northgate.pharmacy, northgate.clock)
                        .amend(vega.id(), 1, EveryGateTest::moved, CustomFieldSight.ALL));
            case SIGNATURE_AGREED -> plan(dispense, 48, ShippingPlan.Signature.NOT_ASKED);
        }
    }

    private LocalDate yesterday() {
        return northgate.today().minusDays(1);
    }

    private void plan(Dispense planned, int holdHours, ShippingPlan.Signature signature) {
        await(northgate.shipping.plan(
                planned.id(), northgate.plan(vega, northgate.today(), holdHours, signature), TECHNICIAN));
    }

    private void authorise(Dispense authorised, LocalDate until) {
        await(northgate.clearances.authorised(
                authorised.id(), new RemsAuthorisation("Helix REMS", "RDA-1", until), PHARMACIST));
    }

    private void hear(ToleranceCall.Outcome outcome) {
        await(northgate.clearances.heard(firstPart.id(), new ToleranceCall(outcome, northgate.today()), PHARMACIST));
    }

    private static CopaySettlement copay(String amount) {
        return new CopaySettlement(CopaySettlement.Method.PATIENT, new Money(amount, "USD"));
    }

    private static DrugDetails agreedUntil(DrugDetails present, LocalDate until) {
        return new DrugDetails(
                present.ndc(),
                present.rxNorm(),
                present.name(),
                present.strength(),
                present.dosageForm(),
                present.manufacturer(),
                present.packageSize(),
                present.storage(),
                present.requiresRems(),
                present.remsProgram(),
                present.limitedDistribution(),
                until,
                present.schedule());
    }

    private static PatientDetails moved(PatientDetails present) {
        return Northgate.read("""
                {"name": {"given": "Marisol", "family": "Vega"}, "birthDate": "1961-04-12", "sex": "female",
                 "addresses": [{"use": "home", "line1": "7 Oak Street", "city": "Troy", "state": "NY", "zip": "12180"}]}
                """, PatientDetails.class);
    }
}
