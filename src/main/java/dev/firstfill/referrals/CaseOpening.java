package dev.firstfill.referrals;

import dev.firstfill.kernel.Writing;
import io.smallrye.mutiny.Uni;

/** Opens the case that a referral begins, inside the transaction in which the referral is received. */
public interface CaseOpening {
    Uni<OpenedCase> open(Writing desk, NewCase newCase);
}
