package dev.firstfill.patients;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.firstfill.identifiers.Bin;
import dev.firstfill.identifiers.MemberId;
import dev.firstfill.identifiers.Pcn;
import dev.firstfill.identifiers.RxGroup;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who pays, in which order, under which benefit.
 *
 * @param personCode tells the members of one family apart (NCPDP field 303-C3)
 * @param effectiveFrom first day covered; open when absent, as {@code effectiveUntil} is, the last day covered
 */
public record Coverage(
        @NotNull Order order,
        @NotNull Benefit benefit,
        @NotBlank @Size(max = 120) String payer,
        @NotNull MemberId memberId,
        @Nullable Bin bin,
        @Nullable Pcn pcn,
        @Nullable RxGroup group,
        @Nullable @Pattern(regexp = "[0-9]{1,3}") String personCode,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveUntil) {

    /** Which coverage is billed first. */
    @Schema(name = "CoverageOrder")
    public enum Order {
        @JsonProperty("primary")
        PRIMARY,
        @JsonProperty("secondary")
        SECONDARY,
        @JsonProperty("tertiary")
        TERTIARY
    }

    /** Whether the plan's drug benefit or its medical benefit pays. */
    @Schema(name = "CoverageBenefit")
    public enum Benefit {
        @JsonProperty("pharmacy")
        PHARMACY,
        @JsonProperty("medical")
        MEDICAL
    }

    public boolean isInForceOn(LocalDate day) {
        return (effectiveFrom == null || !day.isBefore(effectiveFrom))
                && (effectiveUntil == null || !day.isAfter(effectiveUntil));
    }

    @AssertTrue(message = "effectiveUntil must not be before effectiveFrom")
    boolean isPeriodInOrder() {
        return effectiveFrom == null || effectiveUntil == null || !effectiveUntil.isBefore(effectiveFrom);
    }

    @Override
    public String toString() {
        return "Coverage[hidden]";
    }
}
