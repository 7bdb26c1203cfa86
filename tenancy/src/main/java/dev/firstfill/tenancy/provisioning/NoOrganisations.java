package dev.firstfill.tenancy.provisioning;

import dev.firstfill.tenancy.catalogue.Tenant;
import io.smallrye.mutiny.Uni;

/** For installations whose people are kept elsewhere: the tokens made there name the pharmacy by its own id. */
public final class NoOrganisations implements Organisations {

    @Override
    public Uni<String> create(Tenant tenant) {
        return Uni.createFrom().item(tenant.id().toString());
    }

    @Override
    public Uni<Void> remove(Tenant tenant) {
        return Uni.createFrom().voidItem();
    }
}
