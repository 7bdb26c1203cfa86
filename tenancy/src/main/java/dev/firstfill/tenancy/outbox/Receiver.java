package dev.firstfill.tenancy.outbox;

import dev.firstfill.tenancy.catalogue.Tenant;
import io.smallrye.mutiny.Uni;

/**
 * Whoever is told. Takes the same event again without harm, because a relay that is killed after telling and before
 * writing it down tells once more.
 */
public interface Receiver {

    /** Fails when the receiver did not take it; it is told again later. */
    Uni<Void> deliver(Tenant tenant, OutboxEvent event);

    /** For a platform that nobody listens to. */
    Receiver NOBODY = (tenant, event) -> Uni.createFrom().voidItem();
}
