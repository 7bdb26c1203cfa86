package dev.firstfill.referrals;

import dev.firstfill.kernel.Seals;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** Referrals as other contexts meet them, inside acts of their own. */
public final class ReferralBook {
    private final Referrals referrals;

    public ReferralBook(Mutiny.QueryProducer session, Seals seals) {
        this.referrals = new Referrals(session, seals);
    }

    /** What became of it and what it still lacks, without what was ordered. Opens nothing. */
    public Uni<Referral> outline(ReferralId id) {
        return referrals.find(id).map(row -> row.opened(null));
    }

    /** With what was ordered, unless the patient was erased. */
    public Uni<Referral> whole(ReferralId id) {
        return referrals.find(id).chain(row -> referrals.order(row).map(order -> row.opened(order.orElse(null))));
    }
}
