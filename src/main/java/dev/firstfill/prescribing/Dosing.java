package dev.firstfill.prescribing;

import dev.firstfill.kernel.Decimals;
import dev.firstfill.kernel.Lists;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The sig in figures: {@code dose} of {@code unit}, {@code times} times every {@code every} {@code period}s.
 *
 * @param asNeeded taken only when the patient needs it, and at most {@code maximumPerDay}
 * @param contentPerUnit how much of the dose's unit is in one of the package's, 40 for a pen of 40 mg; unnecessary when
 *     they are the same
 * @param loadingDoses taken once, in order of their days, before the regular doses begin
 * @param maintenanceFromDay the day of the first regular dose, when there are loading doses
 */
@Schema(
        description =
                "The sig in figures: dose of unit, times times every so many periods. 40 mg every other week is dose"
                        + " 40, unit mg, times 1, every 2, period week.")
public record Dosing(
        @NotNull @Positive @DecimalMax("999999.999") @Digits(integer = 6, fraction = 3) @Schema(examples = "40")
        BigDecimal dose,

        @NotNull DoseUnit unit,

        @NotNull @Min(1) @Max(24) @Schema(examples = "1") Integer times,

        @NotNull @Min(1) @Max(365) @Schema(examples = "2") Integer every,

        @NotNull DosingPeriod period,

        @NotNull @Schema(description = "Taken only when needed, and at most maximumPerDay.")
        Boolean asNeeded,

        @Nullable
        @Positive
        @DecimalMax("999999.999")
        @Digits(integer = 6, fraction = 3)
        @Schema(description = "In the dose's unit; given when asNeeded is true, and only then.")
        BigDecimal maximumPerDay,

        @Nullable
        @Positive
        @DecimalMax("999999.999")
        @Digits(integer = 6, fraction = 3)
        @Schema(
                examples = "40",
                description = "How much of the dose's unit is in one unit of the package: 40 for a pen of 40 mg."
                        + " Unnecessary when the units are the same.")
        BigDecimal contentPerUnit,

        @Size(max = 10) @Schema(description = "Taken once, in order of their days, before the regular doses begin.")
        List<@Valid @NotNull LoadingDose> loadingDoses,

        @Nullable
        @Min(2)
        @Max(365)
        @Schema(description = "The day of the first regular dose; given with loading doses, and only then.")
        Integer maintenanceFromDay) {

    @SuppressWarnings("NullAway")
    public Dosing {
        dose = Decimals.plain(dose);
        maximumPerDay = Decimals.plain(maximumPerDay);
        contentPerUnit = Decimals.plain(contentPerUnit);
        loadingDoses = Lists.kept(loadingDoses);
    }

    @AssertTrue(message = "maximumPerDay must be given when asNeeded is true, and only then")
    boolean isMaximumConsistent() {
        return asNeeded == null || asNeeded == (maximumPerDay != null);
    }

    @AssertTrue(message = "maintenanceFromDay must be given with loadingDoses, and only then")
    boolean isMaintenanceConsistent() {
        return loadingDoses.isEmpty() == (maintenanceFromDay == null);
    }

    @AssertTrue(message = "loadingDoses must be in order of their days, one a day, all before maintenanceFromDay")
    boolean isLoadingInOrder() {
        int last = 0;
        for (var loading : loadingDoses) {
            if (loading == null || loading.day() == null) {
                return true;
            }
            if (loading.day() <= last) {
                return false;
            }
            last = loading.day();
        }
        return maintenanceFromDay == null || last < maintenanceFromDay;
    }

    boolean hasLoadingDoses() {
        return !loadingDoses.isEmpty();
    }

    /** Of the dose's unit; of what is taken as needed, the most. */
    Consumption perDay() {
        return Boolean.TRUE.equals(asNeeded)
                ? new Consumption(Objects.requireNonNull(maximumPerDay), BigDecimal.ONE)
                : new Consumption(
                        dose.multiply(BigDecimal.valueOf(times)).multiply(BigDecimal.valueOf(DosingPeriod.DAY.hours())),
                        BigDecimal.valueOf((long) every * period.hours()));
    }

    @Override
    public String toString() {
        return "Dosing[hidden]";
    }
}
