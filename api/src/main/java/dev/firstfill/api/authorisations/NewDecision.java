package dev.firstfill.api.authorisations;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.firstfill.authorisations.DenialReason;
import dev.firstfill.authorisations.PayerDecision;
import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a payer decided, by portal, fax, phone or letter. */
@Schema(name = "PayerDecision", description = "What a payer decided, by portal, fax, phone or letter.")
public record NewDecision(
        @NotNull Verdict decision,

        @Nullable
        @OneLine
        @Size(max = 60)
        @Schema(examples = "PA-2026-55120", description = "The payer's number of an approval; kept sealed.")
        String number,

        @Nullable @Schema(description = "The first day on which an approval holds; needed with it.")
        LocalDate validFrom,

        @Nullable @Schema(description = "The last day on which it holds; needed with it.")
        LocalDate validUntil,

        @Nullable
        @Positive
        @DecimalMax("999999.999")
        @Digits(integer = 6, fraction = 3)
        @Schema(
                examples = "26",
                description =
                        "What an approval lets be dispensed, in units of the drug's package; no limit when absent.")
        BigDecimal quantity,

        @Nullable @Schema(description = "Why it was denied; needed then.")
        DenialReason reason,

        @Nullable @Schema(description = "The date of the notice of denial; needed then.")
        LocalDate noticedOn,

        @Nullable @Schema(description = "The last day to appeal, as the notice says; the law's when absent and known.")
        LocalDate appealUntil,

        @Nullable @OneLine @Size(max = 500) @Schema(description = "The payer's words; kept sealed.")
        String message) {

    /** What a decision may be. */
    @Schema(name = "PayerVerdict", description = "Closed: the payer waits no longer for what it asked.")
    public enum Verdict {
        @JsonProperty("approved")
        APPROVED,
        @JsonProperty("denied")
        DENIED,
        @JsonProperty("closed")
        CLOSED
    }

    @AssertTrue(
            message = "an approval has validFrom and validUntil, in order, and nothing of a denial; a denial has"
                    + " reason and noticedOn, and nothing of an approval; closed has neither")
    boolean isOfOneKind() {
        boolean grants = Stream.of(number, validFrom, validUntil, quantity).anyMatch(Objects::nonNull);
        boolean denies = Stream.of(reason, noticedOn, appealUntil).anyMatch(Objects::nonNull);
        return switch (decision) {
            case null -> true;
            case APPROVED -> !denies && validFrom != null && validUntil != null && !validUntil.isBefore(validFrom);
            case DENIED ->
                !grants
                        && reason != null
                        && noticedOn != null
                        && (appealUntil == null || !appealUntil.isBefore(noticedOn));
            case CLOSED -> !grants && !denies;
        };
    }

    PayerDecision checked() {
        return switch (decision) {
            case APPROVED ->
                new PayerDecision.Approved(
                        number,
                        Objects.requireNonNull(validFrom),
                        Objects.requireNonNull(validUntil),
                        quantity,
                        message);
            case DENIED ->
                new PayerDecision.Denied(
                        Objects.requireNonNull(reason), Objects.requireNonNull(noticedOn), appealUntil, message);
            case CLOSED -> new PayerDecision.Closed(message);
        };
    }

    @Override
    public String toString() {
        return "NewDecision[hidden]";
    }
}
