package dev.firstfill.dispensing;

import static dev.firstfill.dispensing.Northgate.BILLER;
import static dev.firstfill.dispensing.Northgate.PHARMACIST;
import static dev.firstfill.dispensing.Northgate.TECHNICIAN;
import static dev.firstfill.dispensing.Northgate.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.cases.Case;
import dev.firstfill.cases.CaseDesk;
import dev.firstfill.cases.CaseEvent;
import dev.firstfill.cases.CaseId;
import dev.firstfill.cases.CaseOpener;
import dev.firstfill.cases.CaseStatus;
import dev.firstfill.cases.FollowingDispenses;
import dev.firstfill.drugs.Drug;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.Refusal;
import dev.firstfill.patients.Patient;
import dev.firstfill.prescribing.OpenedPrescription;
import dev.firstfill.prescribing.PrescriptionBook;
import dev.firstfill.referrals.NewCase;
import dev.firstfill.referrals.ReferralId;
import dev.firstfill.referrals.ReferralSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What happens to a fill moves its case in the same transaction, and a case that is not cleared stops a fill. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DispensesMoveCasesTest {
    private static final FillWish FULL = new FillWish(DispensePart.FULL, null, null, null, null, null);

    private static Northgate northgate;
    private static CaseDesk cases;

    private Boxes boxes;
    private Patient vega;
    private Drug drug;
    private OpenedPrescription prescription;
    private Case opened;

    @BeforeAll
    static void open() {
        northgate = new Northgate();
        northgate.pharmacy.following(new FollowingDispenses(northgate.pharmacy, northgate.clock));
        cases = new CaseDesk(northgate.pharmacy, northgate.clock);
    }

    @AfterAll
    static void close() {
        northgate.close();
    }

    @BeforeEach
    void aCaseOfAPrescription() {
        boxes = new Boxes(northgate, 1);
        vega = boxes.vega;
        drug = boxes.drug;
        prescription = boxes.prescription;
        var begun = new NewCase(
                new ReferralId(Ids.next()),
                vega.id(),
                null,
                drug.id(),
                prescription.prescription().id(),
                "Aetna",
                null,
                null,
                Now.by(northgate.clock),
                List.of(),
                ReferralSource.FAX,
                PHARMACIST);
        var made = await(northgate.pharmacy.write(
                Act.of("receive", "referral"), desk -> new CaseOpener(northgate.clock).open(desk, begun)));
        opened = read(new CaseId(made.id()));
    }

    @Test
    void a_fill_takes_its_case_from_the_queue_to_the_patients_door() {
        stands("CLINICALLY_CLEARED");

        var queued = boxes.queued();
        assertThat(status()).isEqualTo(CaseStatus.DISPENSE_QUEUED);
        var shipped = boxes.shipped(queued);
        assertThat(status()).isEqualTo(CaseStatus.SHIPPED);

        assertThat(await(cases.story(opened.id())))
                .extracting(event -> event.facts().get("move"))
                .containsExactly(null, "queue-dispense", "start-dispensing", "complete-fill", "ship");
        var arrived = read(opened.id());
        assertThat(arrived.firstShippedAt()).isEqualTo(shipped.shippedAt());
        assertThat(arrived.runsOutOn()).isEqualTo("2026-03-30");
    }

    @Test
    void a_fill_that_is_cancelled_leaves_its_case_ready_for_another() {
        stands("CLINICALLY_CLEARED");
        var dispense = queued();

        await(northgate.queue.cancel(dispense.id(), UndoingReason.PATIENT_DECLINED, null, BILLER));

        assertThat(status()).isEqualTo(CaseStatus.CLINICALLY_CLEARED);
        assertThat(await(cases.story(opened.id())))
                .extracting(event -> event.facts().get("move"))
                .containsExactly(null, "queue-dispense", "undo-fill");
        assertThat(await(cases.story(opened.id())).getLast()).satisfies(event -> {
            assertThat(event.kind()).isEqualTo(CaseEvent.Kind.MOVED);
            assertThat(event.facts())
                    .isEqualTo(Map.of(
                            "move", "undo-fill", "dispense", dispense.id().toString()));
        });
    }

    @Test
    void nothing_is_queued_for_a_case_that_is_not_cleared() {
        assertThatThrownBy(this::queued).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo("case-not-cleared"));

        assertThat(status()).isEqualTo(CaseStatus.NEW_REFERRAL_INTAKE);
        assertThat(await(northgate.pharmacy.read(
                                Act.unrecorded("look at", "prescription"),
                                desk -> new PrescriptionBook(desk.session(), desk.seals())
                                        .read(prescription.prescription().id())))
                        .fillsTaken())
                .isZero();
    }

    @Test
    void a_prescription_without_a_case_is_filled_as_ever() {
        var another = northgate.prescription(vega, northgate.drAnand(), drug, 0);

        var dispense = await(northgate.queue.queue(another.prescription().id(), FULL, TECHNICIAN));

        assertThat(dispense.state()).isEqualTo(DispenseState.QUEUED);
        assertThat(status()).isEqualTo(CaseStatus.NEW_REFERRAL_INTAKE);
    }

    private Dispense queued() {
        return await(northgate.queue.queue(prescription.prescription().id(), FULL, TECHNICIAN));
    }

    private void stands(String state) {
        northgate.sql("update pharmacy.patient_case set state = '%s' where id = '%s'".formatted(state, opened.id()));
    }

    private CaseStatus status() {
        return read(opened.id()).status();
    }

    private static Case read(CaseId id) {
        return await(cases.read(id)).about();
    }
}
