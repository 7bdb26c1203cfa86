package dev.firstfill.tenancy.provisioning;

import dev.firstfill.tenancy.catalogue.Tenant;
import io.smallrye.mutiny.Uni;

/** Where the people of the pharmacies are kept, each pharmacy's apart. */
public interface Organisations {

    /**
     * Makes the pharmacy's organisation with a group for each role, or completes the one that an earlier try began.
     *
     * @return its id, as tokens will name it
     */
    Uni<String> create(Tenant tenant);

    /** Removes it with its groups; that it is not there is no failure. */
    Uni<Void> remove(Tenant tenant);
}
