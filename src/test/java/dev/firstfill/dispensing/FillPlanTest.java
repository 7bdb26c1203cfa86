package dev.firstfill.dispensing;

import static dev.firstfill.dispensing.DispensePart.COMPLETION;
import static dev.firstfill.dispensing.DispensePart.FULL;
import static dev.firstfill.dispensing.DispensePart.PARTIAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Refusal;
import dev.firstfill.patients.PatientId;
import dev.firstfill.prescribing.PrescriptionId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What the next fill of a prescription for 30 tablets in 30 days may be. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FillPlanTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final FillPlan.Ordered ORDERED = new FillPlan.Ordered(
            new PrescriptionId(Ids.next()),
            new PatientId(Ids.next()),
            new DrugId(Ids.next()),
            BigDecimal.valueOf(30),
            30);

    @Test
    void the_first_fill_has_the_number_0_and_holds_what_was_ordered() {
        var plan = next(List.of(), wish(FULL, null, null));

        assertThat(plan.fillNumber()).isZero();
        assertThat(plan.quantity()).isEqualByComparingTo("30");
        assertThat(plan.daysSupply()).isEqualTo(30);
        assertThat(plan.billedQuantity()).isEqualByComparingTo("30");
        assertThat(plan.neededOn()).isEqualTo(TODAY);
    }

    @Test
    void numbers_count_up_and_an_undone_fill_leaves_its_number_to_the_next() {
        var both = List.of(fill(0, FULL, "30"), fill(1, FULL, "30"));

        assertThat(next(both, wish(FULL, null, null)).fillNumber()).isEqualTo(2);
        assertThat(next(both.subList(0, 1), wish(FULL, null, null)).fillNumber())
                .isEqualTo(1);
    }

    @Test
    void nothing_is_queued_behind_a_fill_that_has_not_left() {
        var open = new StandingFill(
                new DispenseId(Ids.next()),
                0,
                FULL,
                DispenseState.PACKED,
                BigDecimal.valueOf(30),
                30,
                BigDecimal.valueOf(30),
                null);

        assertRefused(() -> next(List.of(open), wish(FULL, null, null)), "fill-in-progress");
    }

    @Test
    void a_full_fill_holds_neither_more_nor_less_than_was_ordered() {
        assertRefused(() -> next(List.of(), wish(FULL, "31", null)), "dispense-quantity-does-not-fit");
        assertRefused(() -> next(List.of(), wish(FULL, "29", null)), "dispense-quantity-does-not-fit");
    }

    @Test
    void a_split_fill_is_one_fill_in_two_boxes() {
        var first = next(List.of(), wish(PARTIAL, "14", null));
        var rest = next(List.of(fill(0, PARTIAL, "14")), wish(COMPLETION, null, null));

        assertThat(first.fillNumber()).isZero();
        assertThat(first.daysSupply()).isEqualTo(14);
        assertThat(rest.fillNumber()).isZero();
        assertThat(rest.quantity()).isEqualByComparingTo("16");
        assertThat(rest.daysSupply()).isEqualTo(16);
        assertThat(first.billedQuantity().add(rest.billedQuantity())).isEqualByComparingTo("30");
    }

    @Test
    void the_rest_follows_before_the_next_fill_unless_the_patient_has_stopped() {
        var stopped = new StandingFill(
                new DispenseId(Ids.next()),
                0,
                PARTIAL,
                DispenseState.DELIVERED,
                BigDecimal.valueOf(14),
                14,
                BigDecimal.valueOf(14),
                ToleranceCall.Outcome.STOPPED);

        assertRefused(() -> next(List.of(fill(0, PARTIAL, "14")), wish(FULL, null, null)), "split-fill-open");
        assertRefused(() -> next(List.of(stopped), wish(COMPLETION, null, null)), "nothing-to-complete");
        assertThat(next(List.of(stopped), wish(FULL, null, null)).fillNumber()).isEqualTo(1);
    }

    @Test
    void a_first_part_that_came_back_is_not_completed() {
        var returned = new StandingFill(
                new DispenseId(Ids.next()),
                0,
                PARTIAL,
                DispenseState.RETURNED,
                BigDecimal.valueOf(14),
                14,
                BigDecimal.valueOf(14),
                null);

        assertRefused(() -> next(List.of(returned), wish(COMPLETION, null, null)), "first-part-returned");
    }

    @Test
    void a_fill_is_completed_once_and_by_no_more_than_its_rest() {
        var both = List.of(fill(0, PARTIAL, "14"), fill(0, COMPLETION, "16"));

        assertRefused(() -> next(both, wish(COMPLETION, null, null)), "nothing-to-complete");
        assertRefused(
                () -> next(List.of(fill(0, PARTIAL, "14")), wish(COMPLETION, "17", null)),
                "dispense-quantity-does-not-fit");
        assertThat(next(both, wish(FULL, null, null)).fillNumber()).isEqualTo(1);
    }

    @Test
    void days_that_contradict_the_quantity_are_refused() {
        assertRefused(() -> next(List.of(), wish(PARTIAL, "14", 30)), "dispense-quantity-does-not-fit");
        assertThat(next(List.of(), wish(PARTIAL, "14", 15)).daysSupply()).isEqualTo(15);
    }

    @Test
    void no_more_is_billed_than_dispensed_unless_the_rest_is_due_within_a_month() {
        assertRefused(() -> next(List.of(), billed(FULL, null, "31", null)), "billed-beyond-dispensed");
        assertRefused(() -> next(List.of(), billed(PARTIAL, "14", "30", null)), "billed-beyond-dispensed");
        assertRefused(
                () -> next(List.of(), billed(PARTIAL, "14", "30", TODAY.plusDays(32))), "billed-beyond-dispensed");

        assertThat(next(List.of(), billed(PARTIAL, "14", "30", TODAY.plusDays(16)))
                        .billedQuantity())
                .isEqualByComparingTo("30");
    }

    @Test
    void what_was_billed_with_the_first_part_is_not_billed_again() {
        var billedWhole = new StandingFill(
                new DispenseId(Ids.next()),
                0,
                PARTIAL,
                DispenseState.SHIPPED,
                BigDecimal.valueOf(14),
                14,
                BigDecimal.valueOf(30),
                null);

        assertThat(next(List.of(billedWhole), wish(COMPLETION, null, null)).billedQuantity())
                .isZero();
        assertRefused(() -> next(List.of(billedWhole), billed(COMPLETION, null, "1", null)), "billed-beyond-dispensed");
    }

    @Test
    void that_nobody_is_billed_is_documented_and_not_planned() {
        var firstPart = List.of(fill(0, PARTIAL, "14"));

        assertRefused(() -> next(List.of(), billed(FULL, null, "0", null)), "dispense-quantity-does-not-fit");
        assertRefused(() -> next(List.of(), billed(PARTIAL, "14", "0", null)), "dispense-quantity-does-not-fit");
        assertRefused(() -> next(firstPart, billed(COMPLETION, null, "0", null)), "dispense-quantity-does-not-fit");
    }

    private static FillPlan next(List<StandingFill> fills, FillWish wish) {
        return FillPlan.next(ORDERED, fills, wish, TODAY);
    }

    private static StandingFill fill(int number, DispensePart part, String quantity) {
        return new StandingFill(
                new DispenseId(Ids.next()),
                number,
                part,
                DispenseState.SHIPPED,
                new BigDecimal(quantity),
                Integer.parseInt(quantity),
                new BigDecimal(quantity),
                null);
    }

    private static FillWish wish(DispensePart part, @Nullable String quantity, @Nullable Integer days) {
        return new FillWish(part, quantity == null ? null : new BigDecimal(quantity), days, null, null, null);
    }

    private static FillWish billed(
            DispensePart part, @Nullable String quantity, String billed, @Nullable LocalDate completionDueOn) {
        return new FillWish(
                part,
                quantity == null ? null : new BigDecimal(quantity),
                null,
                new BigDecimal(billed),
                completionDueOn,
                null);
    }

    private static void assertRefused(ThrowingCallable wish, String code) {
        assertThatThrownBy(wish).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
