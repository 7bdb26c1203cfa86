package dev.firstfill.claims;

import dev.firstfill.kernel.Seals;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** What dispenses were billed, as other contexts read it, inside acts of their own. Locks nothing. */
public final class ClaimLog {
    private final Claims claims;

    public ClaimLog(Mutiny.QueryProducer session, Seals seals) {
        this.claims = new Claims(session, seals);
    }

    /** Without what says whose it is. Opens nothing; refused when there is no such claim. */
    public Uni<Claim> outline(ClaimId id) {
        return claims.find(id).map(row -> row.opened(null));
    }

    /** The claim of the dispense that is not over or, when all are, the last one. */
    public Uni<Optional<Claim>> billed(UUID dispense) {
        return of(dispense).map(all -> all.stream()
                .filter(claim -> claim.state().isLive())
                .findFirst()
                .or(() -> all.stream().reduce((first, last) -> last)));
    }

    /** All claims of the dispense, in the order in which they were submitted. */
    public Uni<List<Claim>> of(UUID dispense) {
        return claims.of(dispense).chain(claims::opened);
    }
}
