package dev.firstfill.api.claims;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An amount as it travels: never a number, which some readers would round. */
@Schema(description = "An amount of money.")
public record Money(
        @NotNull
        @Pattern(regexp = "(0|[1-9][0-9]{0,9})(\\.[0-9]{1,2})?")
        @Schema(examples = "6420.00", description = "Plain decimal notation, not negative.")
        String amount,

        @NotNull @Pattern(regexp = "USD") @Schema(examples = "USD")
        String currency) {

    public static Money of(BigDecimal amount) {
        return new Money(amount.toPlainString(), "USD");
    }

    static @Nullable Money orNull(@Nullable BigDecimal amount) {
        return amount == null ? null : of(amount);
    }

    public BigDecimal value() {
        return new BigDecimal(amount);
    }
}
