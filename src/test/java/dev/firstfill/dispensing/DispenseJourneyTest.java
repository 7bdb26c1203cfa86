package dev.firstfill.dispensing;

import static dev.firstfill.dispensing.Northgate.BILLER;
import static dev.firstfill.dispensing.Northgate.PHARMACIST;
import static dev.firstfill.dispensing.Northgate.TECHNICIAN;
import static dev.firstfill.dispensing.Northgate.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.claims.ClaimState;
import dev.firstfill.drugs.Drug;
import dev.firstfill.inventory.Lot;
import dev.firstfill.inventory.LotFile;
import dev.firstfill.inventory.LotFilter;
import dev.firstfill.inventory.LotShare;
import dev.firstfill.inventory.LotStatus;
import dev.firstfill.inventory.Ownership;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.Refusal;
import dev.firstfill.patients.Patient;
import dev.firstfill.prescribing.OpenedPrescription;
import dev.firstfill.prescribing.PrescriptionDesk;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A dispense from the queue to the patient's door, and back. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DispenseJourneyTest {
    private static final FillWish FULL = new FillWish(DispensePart.FULL, null, null, null, null, null);

    private static Northgate northgate;

    private Patient vega;
    private Drug drug;
    private OpenedPrescription prescription;
    private Lot later;
    private Lot earlier;

    @BeforeAll
    static void open() {
        northgate = new Northgate();
    }

    @AfterAll
    static void close() {
        northgate.close();
    }

    @BeforeEach
    void aPrescriptionAndStock() {
        vega = northgate.marisolVega();
        drug = northgate.plain();
        prescription = northgate.prescription(vega, northgate.drAnand(), drug, 2);
        later = northgate.received(drug, "LOT-B", "2027-12-31", "10");
        earlier = northgate.received(drug, "LOT-A", "2027-06-30", "3");
        northgate.received(drug, "LOT-SHORT", "2026-03-20", "10");
        northgate.assessed(vega, "2026-06-01");
    }

    @Test
    void the_lot_that_expires_first_leaves_and_the_story_is_told_in_order() {
        var shipped = shipped();

        assertThat(shipped.state()).isEqualTo(DispenseState.SHIPPED);
        assertThat(shipped.fillNumber()).isZero();
        assertThat(shipped.lots()).singleElement().satisfies(lot -> {
            assertThat(lot.lotNumber()).isEqualTo("LOT-A");
            assertThat(lot.quantity()).isEqualByComparingTo("2");
        });
        assertThat(now(earlier).onHand()).isEqualByComparingTo("1");
        assertThat(now(earlier).reserved()).isZero();
        assertThat(await(northgate.queue.story(shipped.id())))
                .extracting(DispenseEvent::kind)
                .containsExactly(
                        DispenseEventKind.QUEUED,
                        DispenseEventKind.CLAIM_EXEMPTED,
                        DispenseEventKind.PLANNED,
                        DispenseEventKind.FILLED,
                        DispenseEventKind.VERIFIED,
                        DispenseEventKind.PACKED,
                        DispenseEventKind.SHIPPED);
    }

    @Test
    void other_lots_than_those_that_expire_first_take_a_reason() {
        var queued = queued();
        var shares = List.of(new LotShare(later.id(), BigDecimal.TWO));

        assertRefused(
                () -> await(northgate.filling.fill(queued.id(), new LotChoice(shares, null), TECHNICIAN)),
                "not-first-to-expire");
        assertThat(now(later).reserved()).isZero();

        var filled = await(northgate.filling.fill(
                queued.id(), new LotChoice(shares, LotChoice.Reason.SAME_LOT_FOR_PATIENT), TECHNICIAN));
        assertThat(filled.lots()).extracting(DispenseLot::lotNumber).containsExactly("LOT-B");
    }

    @Test
    void whoever_filled_it_does_not_verify_it() {
        var filled = filled();

        assertRefused(() -> await(northgate.verification.verify(filled.id(), TECHNICIAN)), "own-fill");

        assertThat(now(filled).state()).isEqualTo(DispenseState.FILLED);
    }

    @Test
    void what_is_rejected_is_queued_again_and_its_stock_is_free() {
        var filled = filled();

        var rejected = await(northgate.verification.reject(
                filled.id(), RejectionReason.WRONG_LABEL, "The label says 3 pens", PHARMACIST));

        assertThat(rejected.state()).isEqualTo(DispenseState.QUEUED);
        assertThat(rejected.lots()).isEmpty();
        assertThat(now(earlier).reserved()).isZero();
        assertThat(await(northgate.queue.story(filled.id())).getLast().note()).isEqualTo("The label says 3 pens");
        assertThat(await(northgate.filling.fill(filled.id(), LotChoice.FIRST_TO_EXPIRE, TECHNICIAN))
                        .lots())
                .hasSize(1);
    }

    @Test
    void the_last_fill_does_not_outlive_its_prescription() {
        prescription = northgate.prescription(vega, northgate.drAnand(), drug, 0);
        var filled = filled();
        northgate.sql("update pharmacy.prescription set expires_on = '2026-03-02' where id = '%s'"
                .formatted(prescription.prescription().id()));
        assertThat(await(northgate.verification.gates(filled.id()))).isEmpty();

        northgate.sql(
                "update pharmacy.prescription set expires_on = '2026-03-01', starts_on = '2026-03-01', written_on = '2026-03-01' where id = '%s'"
                        .formatted(prescription.prescription().id()));

        assertThat(await(northgate.verification.gates(filled.id())))
                .extracting(ClosedGate::gate)
                .containsExactly(Gate.PRESCRIPTION_VALID);
    }

    @Test
    void a_cancelled_dispense_gives_back_stock_fill_and_claim() {
        var queued = await(northgate.queue.queue(prescription.prescription().id(), FULL, TECHNICIAN));
        northgate.billed(queued, "7000.00");
        await(northgate.filling.fill(queued.id(), LotChoice.FIRST_TO_EXPIRE, TECHNICIAN));

        var cancelled = await(northgate.queue.cancel(queued.id(), UndoingReason.PATIENT_DECLINED, null, TECHNICIAN));

        assertThat(cancelled.state()).isEqualTo(DispenseState.CANCELLED);
        assertThat(now(earlier).reserved()).isZero();
        assertThat(fillsTaken()).isZero();
        assertThat(await(northgate.billing.claims(queued.id())))
                .singleElement()
                .satisfies(claim -> assertThat(claim.state()).isEqualTo(ClaimState.REVERSAL_SUBMITTED));
        assertThat(queued().fillNumber()).isZero();
    }

    @Test
    void an_unopened_box_that_comes_back_waits_for_a_pharmacist_and_can_be_reversed() {
        var shipped = shipped();

        await(northgate.shipping.except(shipped.id(), DeliveryException.NOBODY_THERE, null, TECHNICIAN));
        var returned = await(northgate.shipping.takeBack(shipped.id(), true, null, TECHNICIAN));
        var reversed = await(northgate.shipping.reverse(shipped.id(), UndoingReason.NOT_DELIVERABLE, null, PHARMACIST));

        assertThat(returned.state()).isEqualTo(DispenseState.RETURNED);
        assertThat(reversed.state()).isEqualTo(DispenseState.REVERSED);
        assertThat(fillsTaken()).isZero();
        assertThat(now(earlier).onHand()).isEqualByComparingTo("1");
        assertThat(lots())
                .filteredOn(lot -> lot.status() == LotStatus.QUARANTINED)
                .singleElement()
                .satisfies(lot -> {
                    assertThat(lot.identity().lotNumber()).isEqualTo("LOT-A");
                    assertThat(lot.onHand()).isEqualByComparingTo("2");
                });
        assertThat(queued().fillNumber()).isZero();
    }

    @Test
    void what_was_with_the_patient_is_waste() {
        var shipped = shipped();
        await(northgate.shipping.deliver(shipped.id(), northgate.clock.instant(), TECHNICIAN));

        await(northgate.shipping.takeBack(shipped.id(), true, null, TECHNICIAN));

        assertThat(lots())
                .filteredOn(lot -> lot.status() == LotStatus.QUARANTINED)
                .allSatisfy(lot -> assertThat(lot.onHand()).isZero());
        assertThat(now(earlier).onHand()).isEqualByComparingTo("1");
    }

    @Test
    void a_split_fill_is_completed_under_its_number_before_the_next_one() {
        var partial = new FillWish(DispensePart.PARTIAL, BigDecimal.ONE, null, null, null, null);
        var completion = new FillWish(DispensePart.COMPLETION, null, null, null, null, null);
        var first = shipped(partial);

        assertRefused(() -> queue(FULL), "split-fill-open");
        var rest = shipped(completion, first);
        var next = await(northgate.queue.queue(prescription.prescription().id(), FULL, TECHNICIAN));

        assertThat(first.fillNumber()).isZero();
        assertThat(rest.fillNumber()).isZero();
        assertThat(first.quantity().add(rest.quantity())).isEqualByComparingTo("2");
        assertThat(next.fillNumber()).isEqualTo(1);
        assertThat(fillsTaken()).isEqualTo(2);
        assertRefused(
                () -> await(northgate.shipping.reverse(first.id(), UndoingReason.LOST_OR_DAMAGED, null, PHARMACIST)),
                "dispense-state-forbids");
    }

    @Test
    void given_stock_is_used_for_whom_it_is_given_and_never_billed() {
        northgate.received(drug, "LOT-FREE", "2027-06-30", "2", Ownership.FREE_GOODS, "Helix Therapeutics");
        var queued = queue(FULL);
        await(northgate.clearances.exempted(queued.id(), new ClaimExemption(ClaimExemption.Reason.FREE_GOODS), BILLER));

        var filled = await(northgate.filling.fill(queued.id(), LotChoice.FIRST_TO_EXPIRE, TECHNICIAN));

        assertThat(filled.lots()).extracting(DispenseLot::ownership).containsExactly(Ownership.FREE_GOODS);
        assertRefused(() -> northgate.billed(filled, "7000.00"), "nothing-to-bill");
    }

    @Test
    void an_exemption_is_withdrawn_as_long_as_the_box_has_not_left() {
        var queued = queued();

        var withdrawn = await(northgate.clearances.exemptionWithdrawn(queued.id(), BILLER));

        assertThat(withdrawn.record().exemption()).isNull();
        assertThat(withdrawn.record().plan()).isEqualTo(queued.record().plan());
        assertThat(await(northgate.queue.story(queued.id()))).last().satisfies(event -> assertThat(event.kind())
                .isEqualTo(DispenseEventKind.CLAIM_EXEMPTION_WITHDRAWN));
        assertRefused(
                () -> await(northgate.clearances.exemptionWithdrawn(queued.id(), BILLER)), "claim-exemption-absent");
        assertThat(northgate.billed(withdrawn, "7000.00").id()).isNotNull();
    }

    @Test
    void what_has_left_stays_exempt() {
        var shipped = shipped();

        assertRefused(() -> await(northgate.clearances.exemptionWithdrawn(shipped.id(), BILLER)), "dispense-not-open");

        assertThat(await(northgate.queue.read(shipped.id())).record().exemption())
                .isEqualTo(new ClaimExemption(ClaimExemption.Reason.CASH));
    }

    @Test
    void given_stock_is_not_billed_once_its_exemption_is_withdrawn() {
        northgate.received(drug, "LOT-FREE", "2027-06-30", "2", Ownership.FREE_GOODS, "Helix Therapeutics");
        var queued = queue(FULL);
        await(northgate.clearances.exempted(queued.id(), new ClaimExemption(ClaimExemption.Reason.FREE_GOODS), BILLER));
        var filled = await(northgate.filling.fill(queued.id(), LotChoice.FIRST_TO_EXPIRE, TECHNICIAN));

        var withdrawn = await(northgate.clearances.exemptionWithdrawn(filled.id(), BILLER));

        assertRefused(() -> northgate.billed(withdrawn, "7000.00"), "nothing-to-bill");
    }

    @Test
    void a_box_is_not_delivered_before_its_time_has_come() {
        var shipped = shipped();
        var tomorrow = northgate.clock.instant().plus(Duration.ofDays(1));

        assertRefused(
                () -> await(northgate.shipping.deliver(shipped.id(), tomorrow, TECHNICIAN)), "delivered-in-future");

        var unchanged = await(northgate.queue.read(shipped.id()));
        assertThat(unchanged.state()).isEqualTo(DispenseState.SHIPPED);
        assertThat(unchanged.deliveredAt()).isNull();
        assertThat(unchanged.version()).isEqualTo(shipped.version());
    }

    @Test
    void a_refusal_says_in_plain_english_what_cannot_be_done() {
        var queued = queued();

        assertThatThrownBy(() ->
                        await(northgate.shipping.except(queued.id(), DeliveryException.values()[0], null, TECHNICIAN)))
                .hasMessage("The dispense is queued; to report an exception of its delivery, it has to be shipped.");
    }

    @Test
    void what_a_payer_pays_for_is_not_paid_in_cash_as_well() {
        var queued = queue(FULL);
        northgate.billed(queued, "7000.00");

        var exempted = await(
                northgate.clearances.exempted(queued.id(), new ClaimExemption(ClaimExemption.Reason.CASH), BILLER));

        assertThat(await(northgate.verification.gates(exempted.id())))
                .filteredOn(gate -> gate.gate() == Gate.CLAIM_SETTLED)
                .singleElement()
                .satisfies(gate -> assertThat(gate.fact())
                        .isEqualTo("By the record nobody is to be billed, and a claim of the fill is not over."));
    }

    @Test
    void a_gate_is_overridden_only_where_the_rule_allows_it_and_by_whom_it_says() {
        var filled = filled();
        northgate.sql("update pharmacy.assessment set current_until = '2026-03-01' where patient_id = '%s'"
                .formatted(vega.id()));

        assertRefused(
                () -> override(filled, Gate.CLAIM_SETTLED, EnumSet.allOf(OverrideRight.class)), "gate-not-overridable");
        assertRefused(
                () -> override(filled, Gate.ASSESSMENT_CURRENT, Set.of(OverrideRight.MANAGER)), "override-not-yours");
        assertRefused(() -> await(northgate.verification.verify(filled.id(), PHARMACIST)), "dispense-gates-closed");

        override(filled, Gate.ASSESSMENT_CURRENT, Set.of(OverrideRight.PHARMACIST));
        assertThat(await(northgate.verification.gates(filled.id())))
                .singleElement()
                .satisfies(gate -> assertThat(gate.overridden()).isTrue());
        assertThat(await(northgate.verification.verify(filled.id(), PHARMACIST)).state())
                .isEqualTo(DispenseState.VERIFIED);
    }

    private void override(Dispense dispense, Gate gate, Set<OverrideRight> rights) {
        await(northgate.verification.override(
                dispense.id(), gate, GateOverride.Reason.INTERRUPTION_OF_THERAPY, "She ran out", rights, PHARMACIST));
    }

    private Dispense queue(FillWish wish) {
        return await(northgate.queue.queue(prescription.prescription().id(), wish, TECHNICIAN));
    }

    private Dispense queued() {
        return queued(FULL);
    }

    private Dispense queued(FillWish wish) {
        var queued = queue(wish);
        await(northgate.clearances.exempted(queued.id(), new ClaimExemption(ClaimExemption.Reason.CASH), BILLER));
        return await(northgate.shipping.plan(
                queued.id(), northgate.plan(vega, northgate.today(), 48, ShippingPlan.Signature.WAIVED), TECHNICIAN));
    }

    private Dispense filled() {
        return await(northgate.filling.fill(queued().id(), LotChoice.FIRST_TO_EXPIRE, TECHNICIAN));
    }

    private Dispense shipped() {
        return shipped(FULL);
    }

    private Dispense shipped(FillWish wish) {
        return sent(queued(wish));
    }

    private Dispense shipped(FillWish wish, Dispense firstPart) {
        await(northgate.clearances.heard(
                firstPart.id(), new ToleranceCall(ToleranceCall.Outcome.TOLERATED, northgate.today()), PHARMACIST));
        return sent(queued(wish));
    }

    private static Dispense sent(Dispense queued) {
        await(northgate.filling.fill(queued.id(), LotChoice.FIRST_TO_EXPIRE, TECHNICIAN));
        await(northgate.verification.verify(queued.id(), PHARMACIST));
        await(northgate.shipping.pack(queued.id(), TECHNICIAN));
        return await(northgate.shipping.ship(queued.id(), "1Z999AA10123456784", TECHNICIAN));
    }

    private Dispense now(Dispense dispense) {
        return await(northgate.queue.read(dispense.id()));
    }

    private static Lot now(Lot lot) {
        return await(new LotFile(northgate.pharmacy, northgate.clock).read(lot.id()));
    }

    private List<Lot> lots() {
        var filter = new LotFilter(drug.id(), null, null, null, null, true, false);
        return await(new LotFile(northgate.pharmacy, northgate.clock).list(filter, new PageRequest(null, 200, false)))
                .items();
    }

    private int fillsTaken() {
        return await(new PrescriptionDesk(northgate.pharmacy, northgate.clock)
                        .read(prescription.prescription().id()))
                .prescription()
                .fillsTaken();
    }

    private static void assertRefused(ThrowingCallable act, String code) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
