package dev.firstfill.claims;

import dev.firstfill.kernel.Seals;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** What became of claims, as other contexts ask for it inside acts of their own. */
public final class ClaimLog {
    private final Claims claims;

    public ClaimLog(Mutiny.QueryProducer session, Seals seals) {
        this.claims = new Claims(session, seals);
    }

    /** Without what says whose it is. Opens nothing; refused when there is no such claim. */
    public Uni<Claim> outline(ClaimId id) {
        return claims.find(id).map(row -> row.opened(null));
    }
}
