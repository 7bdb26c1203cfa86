package dev.firstfill.dispensing;

import static dev.firstfill.dispensing.Northgate.TECHNICIAN;
import static dev.firstfill.dispensing.Northgate.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.drugs.Drug;
import dev.firstfill.inventory.LotFile;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.Refusal;
import dev.firstfill.prescribing.OpenedPrescription;
import dev.firstfill.prescribing.PrescriptionDesk;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What is there once is given to one, however many ask at the same moment. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SpentOnceTest {
    private static final int AT_ONCE = 12;
    private static final FillWish FULL = new FillWish(DispensePart.FULL, null, null, null, null, null);

    private static Northgate northgate;

    @BeforeAll
    static void open() {
        northgate = new Northgate();
    }

    @AfterAll
    static void close() {
        northgate.close();
    }

    @Test
    void the_last_fill_is_queued_once() {
        var prescription = prescription(northgate.plain(), 0);

        var outcomes =
                atOnce(i -> northgate.queue.queue(prescription.prescription().id(), FULL, TECHNICIAN));

        assertThat(outcomes).filteredOn("done"::equals).hasSize(1);
        assertThat(outcomes).containsOnly("done", "fill-in-progress");
        assertThat(await(new PrescriptionDesk(northgate.pharmacy, northgate.clock)
                                .read(prescription.prescription().id()))
                        .prescription()
                        .fillsTaken())
                .isEqualTo(1);
    }

    @Test
    void the_last_package_is_set_aside_once() {
        var drug = northgate.plain();
        var lot = northgate.received(drug, "LOT-A", "2027-06-30", "2");
        var dispenses = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> await(northgate.queue.queue(
                        prescription(drug, 0).prescription().id(), FULL, TECHNICIAN)))
                .toList();

        var outcomes =
                atOnce(i -> northgate.filling.fill(dispenses.get(i).id(), LotChoice.FIRST_TO_EXPIRE, TECHNICIAN));

        assertThat(outcomes).filteredOn("done"::equals).hasSize(1);
        assertThat(outcomes).containsOnly("done", "insufficient-stock");
        var files = new LotFile(northgate.pharmacy, northgate.clock);
        assertThat(await(files.read(lot.id())).reserved()).isEqualByComparingTo("2");
        assertThat(await(files.movements(lot.id(), new PageRequest(null, 50, false)))
                        .items())
                .hasSize(2);
    }

    @Test
    void a_dispense_is_verified_once() {
        var drug = northgate.plain();
        northgate.received(drug, "LOT-A", "2027-06-30", "2");
        var vega = northgate.marisolVega();
        northgate.assessed(vega, "2026-06-01");
        var prescription = northgate.prescription(vega, northgate.drAnand(), drug, 0);
        var queued = await(northgate.queue.queue(prescription.prescription().id(), FULL, TECHNICIAN));
        await(northgate.clearances.exempted(
                queued.id(), new ClaimExemption(ClaimExemption.Reason.CASH), Northgate.BILLER));
        await(northgate.shipping.plan(
                queued.id(), northgate.plan(vega, northgate.today(), 48, ShippingPlan.Signature.WAIVED), TECHNICIAN));
        await(northgate.filling.fill(queued.id(), LotChoice.FIRST_TO_EXPIRE, TECHNICIAN));

        var outcomes = atOnce(
                i -> northgate.verification.verify(queued.id(), new Colleague("pharmacist-" + i, "pharmacist-" + i)));

        assertThat(outcomes).filteredOn("done"::equals).hasSize(1);
        assertThat(outcomes).containsOnly("done", "dispense-state-forbids");
        assertThat(await(northgate.queue.story(queued.id())))
                .filteredOn(event -> event.kind() == DispenseEventKind.VERIFIED)
                .hasSize(1);
    }

    private static OpenedPrescription prescription(Drug drug, int refills) {
        return northgate.prescription(northgate.marisolVega(), northgate.drAnand(), drug, refills);
    }

    private static List<String> atOnce(IntFunction<Uni<Dispense>> work) {
        var all = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> work.apply(i)
                        .map(done -> "done")
                        .onFailure(Refusal.class)
                        .recoverWithItem(Refusal::code))
                .toList();
        return await(Uni.join().all(all).andCollectFailures());
    }
}
