package dev.firstfill.claims;

import dev.firstfill.kernel.Colleague;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The wish that a payer take back what it paid, or may have paid.
 *
 * @param answeredAt when the payer answered; null as long as it has not
 */
public record Withdrawal(Colleague by, Instant at, @Nullable Instant answeredAt) {}
