package dev.firstfill.tenancy.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that its receiver did not take.
 *
 * @param parked whether the relay has given up and somebody has to send it again
 * @param failure of the last attempt
 * @param due when the next attempt comes, unless it is parked
 */
public record UndeliveredEvent(
        OutboxEvent event, boolean parked, @Nullable String failure, Instant due) {}
