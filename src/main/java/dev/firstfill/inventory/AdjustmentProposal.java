package dev.firstfill.inventory;

import dev.firstfill.kernel.Colleague;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A correction of a lot that somebody proposes, and a colleague confirms before it takes effect.
 *
 * @param change of what is on hand, in units of the drug's package; negative for less
 */
public record AdjustmentProposal(BigDecimal change, AdjustmentReason reasonCode, Colleague by, Instant at) {}
