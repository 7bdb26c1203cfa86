package dev.firstfill.prescribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.identifiers.NcpdpProviderId;
import dev.firstfill.kernel.Refusal;
import dev.firstfill.prescribing.FillObstacle.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FillPrescriptionTest {
    private static final LocalDate TODAY = Orders.TODAY;

    @Test
    void an_active_prescription_is_filled_as_often_as_it_allows_and_is_complete_then() {
        var prescription = active("\"refillsAuthorised\": 2");

        prescription.takeFill(TODAY);
        prescription.takeFill(TODAY);

        assertThat(prescription.fillsTaken()).isEqualTo(2);
        assertThat(prescription.fillsRemaining()).isEqualTo(1);
        assertThat(prescription.stateOn(TODAY)).isEqualTo(PrescriptionState.ACTIVE);

        prescription.takeFill(TODAY);

        assertThat(prescription.fillsTaken()).isEqualTo(prescription.fillsAuthorised());
        assertThat(prescription.stateOn(TODAY)).isEqualTo(PrescriptionState.COMPLETED);
    }

    static Stream<Arguments> obstacles() {
        return Stream.of(
                Arguments.of(Orders.draft(), TODAY, Rule.NOT_ACTIVE, "prescription-not-active", "draft"),
                Arguments.of(
                        moved(active(), PrescriptionMove.HOLD),
                        TODAY,
                        Rule.NOT_ACTIVE,
                        "prescription-not-active",
                        "on hold"),
                Arguments.of(
                        moved(active(), PrescriptionMove.CANCEL),
                        TODAY,
                        Rule.NOT_ACTIVE,
                        "prescription-not-active",
                        "cancelled"),
                Arguments.of(transferred(), TODAY, Rule.NOT_ACTIVE, "prescription-not-active", "transferred-out"),
                Arguments.of(complete(), TODAY, Rule.NO_FILLS_REMAINING, "no-fills-remaining", "1 of 1"),
                Arguments.of(
                        active("\"expiresOn\": \"2026-04-30\""),
                        LocalDate.parse("2026-05-01"),
                        Rule.EXPIRED,
                        "prescription-expired",
                        "2026-04-30"),
                Arguments.of(
                        moved(active("\"expiresOn\": \"2026-04-30\""), PrescriptionMove.HOLD),
                        LocalDate.parse("2026-05-01"),
                        Rule.EXPIRED,
                        "prescription-expired",
                        "2026-04-30"),
                Arguments.of(
                        active("\"startsOn\": \"2026-03-15\""),
                        LocalDate.parse("2026-03-14"),
                        Rule.NOT_STARTED,
                        "prescription-not-started",
                        "2026-03-15"));
    }

    @ParameterizedTest
    @MethodSource("obstacles")
    void what_stands_in_the_way_is_named_beforehand_and_refuses_the_fill(
            Prescription prescription, LocalDate day, Rule rule, String code, String fact) {
        int taken = prescription.fillsTaken();

        var obstacle = prescription.obstacleToFilling(day).orElseThrow();

        assertThat(obstacle.rule()).isEqualTo(rule);
        assertThat(obstacle.fact()).contains(fact);
        assertThat(obstacle.remedy()).isNotBlank();
        assertThatThrownBy(() -> prescription.takeFill(day)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
            assertThat(refusal).hasMessage(obstacle.fact() + " " + obstacle.remedy());
        });
        assertThat(prescription.fillsTaken()).isEqualTo(taken);
    }

    @Test
    void it_may_be_filled_on_its_first_and_on_its_last_day() {
        var prescription = active("\"startsOn\": \"2026-03-15\", \"expiresOn\": \"2026-04-30\"");

        assertThat(prescription.obstacleToFilling(LocalDate.parse("2026-03-15")))
                .isEmpty();
        assertThat(prescription.obstacleToFilling(LocalDate.parse("2026-04-30")))
                .isEmpty();
    }

    @Test
    void a_fill_that_is_given_back_can_be_taken_again() {
        var prescription = complete();

        prescription.giveBackFill();

        assertThat(prescription.stateOn(TODAY)).isEqualTo(PrescriptionState.ACTIVE);
        assertThat(prescription.fillsTaken()).isZero();
        assertThat(prescription.obstacleToFilling(TODAY)).isEmpty();
    }

    @Test
    void a_fill_that_is_given_back_does_not_bring_a_cancelled_prescription_back() {
        var prescription = active();
        prescription.takeFill(TODAY);
        moved(prescription, PrescriptionMove.CANCEL);

        prescription.giveBackFill();

        assertThat(prescription.fillsTaken()).isZero();
        assertThat(prescription.stateOn(TODAY)).isEqualTo(PrescriptionState.CANCELLED);
    }

    @Test
    void a_fill_that_nobody_took_cannot_be_given_back() {
        var prescription = active();

        assertThatThrownBy(prescription::giveBackFill).isInstanceOf(PrescribingRefusals.NoFillToGiveBack.class);

        assertThat(prescription.fillsTaken()).isZero();
    }

    private static Prescription active(String... members) {
        return moved(Orders.draft(members), PrescriptionMove.ACTIVATE);
    }

    private static Prescription complete() {
        var prescription = active("\"refillsAuthorised\": 0");
        prescription.takeFill(TODAY);
        return prescription;
    }

    private static Prescription transferred() {
        var prescription = active();
        prescription.transfer(new NcpdpProviderId("1234567"), new byte[0], TODAY, Instant.EPOCH);
        return prescription;
    }

    private static Prescription moved(Prescription prescription, PrescriptionMove move) {
        prescription.move(move, TODAY, Instant.EPOCH);
        return prescription;
    }
}
