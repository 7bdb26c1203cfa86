package dev.firstfill.tenancy.migration;

import dev.firstfill.tenancy.catalogue.Tenant;
import java.util.List;

/**
 * What a run would do to one pharmacy.
 *
 * @param obstacle why it would fail, as far as that shows beforehand; empty if nothing shows
 */
public record MigrationPlan(Tenant tenant, List<String> files, String obstacle) {
    public MigrationPlan {
        files = List.copyOf(files);
    }
}
