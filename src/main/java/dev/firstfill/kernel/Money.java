package dev.firstfill.kernel;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An amount as it travels: never a number, which some readers would round. What is paid is {@link DollarsAndCents};
 * what one unit costs may have four decimals.
 */
@Schema(description = "An amount of money.")
public record Money(
        @NotNull
        @Pattern(regexp = "(0|[1-9][0-9]{0,7})(\\.[0-9]{1,4})?")
        @Schema(
                examples = "6420.00",
                description =
                        "Plain decimal notation, not negative. Only what one unit costs has more than two decimals.")
        String amount,

        @NotNull @Pattern(regexp = "USD") @Schema(examples = "USD")
        String currency) {
    private static final int CENTS = 2;

    /** At least with cents: 25 is 25.00, and 0.0125 stays what it is. */
    public static Money of(BigDecimal dollars) {
        var plain = Decimals.plain(dollars);
        return new Money(plain.setScale(Math.max(CENTS, plain.scale())).toPlainString(), "USD");
    }

    public static @Nullable Money orNull(@Nullable BigDecimal dollars) {
        return dollars == null ? null : of(dollars);
    }

    public BigDecimal dollars() {
        return new BigDecimal(amount);
    }
}
