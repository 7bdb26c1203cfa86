package dev.firstfill.dispensing;

import static dev.firstfill.dispensing.Northgate.BILLER;
import static dev.firstfill.dispensing.Northgate.PHARMACIST;
import static dev.firstfill.dispensing.Northgate.TECHNICIAN;
import static dev.firstfill.dispensing.Northgate.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.drugs.Drug;
import dev.firstfill.inventory.RecallClass;
import dev.firstfill.inventory.RecallDepth;
import dev.firstfill.inventory.RecallDesk;
import dev.firstfill.inventory.RecallNotice;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.Refusal;
import dev.firstfill.patients.Patient;
import dev.firstfill.prescribing.PrescriptionId;
import dev.firstfill.recalls.AffectedDispense;
import dev.firstfill.recalls.RecallTracing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Weeks of fills, split fills, losses, returns, rejections and replacements at random, beside a model that only notes
 * which lot went out with which dispense: a recall finds what the model has, and nothing else. Another seed and more of
 * them: {@code -Dfirstfill.seed=7 -Dfirstfill.weeks=50}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TracedLotsTest {
    private static final int STEPS = 60;
    private static final List<String> LOTS = List.of("LOT-A", "LOT-B", "LOT-C");

    private static Northgate northgate;

    private final Map<DispenseId, Set<String>> withSomebody = new HashMap<>();
    private final Map<DispenseId, Patient> to = new HashMap<>();
    private final List<Dispense> shipped = new ArrayList<>();
    private Drug drug;

    @BeforeAll
    static void open() {
        northgate = new Northgate();
    }

    @AfterAll
    static void close() {
        northgate.close();
    }

    static List<Long> seeds() {
        long first = Long.getLong("firstfill.seed", 20260302);
        return LongStream.range(first, first + Integer.getInteger("firstfill.weeks", 2))
                .boxed()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_recall_finds_every_dispense_with_the_lot_and_no_other(long seed) {
        var random = new Random(seed);
        drug = northgate.plain();
        var expiries = List.of("2027-03-31", "2027-06-30", "2027-09-30");
        for (int i = 0; i < LOTS.size(); i++) {
            northgate.received(drug, LOTS.get(i), expiries.get(i), String.valueOf(7 + random.nextInt(9)));
        }
        var anand = northgate.drAnand();
        var patients = List.of(northgate.marisolVega(), northgate.marisolVega(), northgate.marisolVega());
        patients.forEach(patient -> northgate.assessed(patient, "2026-12-31"));
        var prescriptions = patients.stream()
                .collect(Collectors.toMap(
                        patient -> patient, patient -> northgate.prescription(patient, anand, drug, 11)));

        for (int step = 0; step < STEPS; step++) {
            var patient = patients.get(random.nextInt(patients.size()));
            try {
                switch (random.nextInt(6)) {
                    case 0, 1 ->
                        send(patient, prescriptions.get(patient).prescription().id(), part(random), random);
                    case 2 -> deliver(random);
                    case 3 -> returned(random);
                    case 4 -> lost(random);
                    default -> reverse(random);
                }
            } catch (Refusal refused) {
                // Out of order, or out of stock: nothing happened, and the model knows of nothing.
            }
        }

        for (var lots : List.of(List.of("LOT-A"), List.of("LOT-B"), List.of("LOT-A", "LOT-C"))) {
            assertThat(traced(lots)).as("seed %d, %s", seed, lots).isEqualTo(expected(lots));
        }
    }

    private static DispensePart part(Random random) {
        return DispensePart.values()[random.nextInt(DispensePart.values().length)];
    }

    private void send(Patient patient, PrescriptionId prescription, DispensePart part, Random random) {
        var quantity = part == DispensePart.PARTIAL ? BigDecimal.ONE : null;
        if (part == DispensePart.COMPLETION) {
            shipped.stream()
                    .filter(sent -> sent.prescription().equals(prescription) && sent.part() == DispensePart.PARTIAL)
                    .forEach(sent -> quietly(() -> await(northgate.clearances.heard(
                            sent.id(),
                            new ToleranceCall(ToleranceCall.Outcome.TOLERATED, northgate.today()),
                            PHARMACIST))));
        }
        var queued = await(
                northgate.queue.queue(prescription, new FillWish(part, quantity, null, null, null, null), TECHNICIAN));
        try {
            await(northgate.clearances.exempted(queued.id(), new ClaimExemption(ClaimExemption.Reason.CASH), BILLER));
            await(northgate.shipping.plan(
                    queued.id(),
                    northgate.plan(patient, northgate.today(), 48, ShippingPlan.Signature.WAIVED),
                    TECHNICIAN));
            await(northgate.filling.fill(queued.id(), LotChoice.FIRST_TO_EXPIRE, TECHNICIAN));
            if (random.nextInt(4) == 0) {
                await(northgate.verification.reject(queued.id(), RejectionReason.DAMAGED, null, PHARMACIST));
                await(northgate.filling.fill(queued.id(), LotChoice.FIRST_TO_EXPIRE, TECHNICIAN));
            }
            await(northgate.verification.verify(queued.id(), PHARMACIST));
            await(northgate.shipping.pack(queued.id(), TECHNICIAN));
            var sent = await(northgate.shipping.ship(queued.id(), "1Z9", TECHNICIAN));
            shipped.add(sent);
            to.put(sent.id(), patient);
            withSomebody.put(
                    sent.id(), sent.lots().stream().map(DispenseLot::lotNumber).collect(Collectors.toSet()));
        } catch (Refusal stopped) {
            quietly(() -> await(northgate.queue.cancel(queued.id(), UndoingReason.OUT_OF_STOCK, null, TECHNICIAN)));
        }
    }

    private void deliver(Random random) {
        any(random)
                .ifPresent(sent -> await(northgate.shipping.deliver(sent.id(), northgate.clock.instant(), TECHNICIAN)));
    }

    /** What was never delivered was with nobody. */
    private void returned(Random random) {
        any(random).ifPresent(sent -> {
            boolean delivered = await(northgate.queue.read(sent.id())).deliveredAt() != null;
            await(northgate.shipping.takeBack(sent.id(), random.nextBoolean(), null, TECHNICIAN));
            if (!delivered) {
                withSomebody.remove(sent.id());
            }
        });
    }

    private void lost(Random random) {
        any(random)
                .ifPresent(
                        sent -> await(northgate.shipping.except(sent.id(), DeliveryException.LOST, null, TECHNICIAN)));
    }

    /** Undone for the books; whoever has it has it all the same. */
    private void reverse(Random random) {
        any(random)
                .ifPresent(sent ->
                        await(northgate.shipping.reverse(sent.id(), UndoingReason.LOST_OR_DAMAGED, null, PHARMACIST)));
    }

    private Optional<Dispense> any(Random random) {
        return shipped.isEmpty() ? Optional.empty() : Optional.of(shipped.get(random.nextInt(shipped.size())));
    }

    private static void quietly(Runnable act) {
        try {
            act.run();
        } catch (Refusal alreadySo) {
            // The next step meets what is.
        }
    }

    private Set<String> expected(List<String> lots) {
        return withSomebody.entrySet().stream()
                .filter(entry -> !Collections.disjoint(entry.getValue(), lots))
                .map(entry -> line(
                        entry.getKey(),
                        to.get(entry.getKey()).number().toString(),
                        intersection(entry.getValue(), lots)))
                .collect(Collectors.toSet());
    }

    private static Set<String> intersection(Set<String> held, List<String> lots) {
        var both = new TreeSet<>(held);
        both.retainAll(lots);
        return both;
    }

    private Set<String> traced(List<String> lots) {
        var notice = new RecallNotice(lots, RecallClass.values()[0], RecallDepth.values()[0], "FDA-1", null);
        var recall = await(new RecallDesk(northgate.pharmacy, northgate.clock).open(drug.id(), notice, PHARMACIST));
        var tracing = new RecallTracing(northgate.pharmacy, northgate.clock);
        var found = new HashSet<String>();
        PageRequest page = new PageRequest(null, 3, false);
        while (true) {
            var affected = await(tracing.affected(recall.id(), page));
            affected.items().forEach(one -> found.add(line(one)));
            if (!affected.more()) {
                return found;
            }
            page = new PageRequest(affected.items().getLast().trace().dispense().value(), 3, false);
        }
    }

    private static String line(AffectedDispense affected) {
        var lots = affected.trace().lots().stream()
                .map(DispenseLot::lotNumber)
                .collect(Collectors.toCollection(TreeSet::new));
        return line(affected.trace().dispense(), affected.patientNumber().toString(), lots);
    }

    private static String line(DispenseId dispense, String patient, Set<String> lots) {
        return dispense + " to " + patient + " with " + lots;
    }
}
