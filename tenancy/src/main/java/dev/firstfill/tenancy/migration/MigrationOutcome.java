package dev.firstfill.tenancy.migration;

import dev.firstfill.tenancy.catalogue.Tenant;
import java.time.Duration;

/** How a run of the migrator ended for one pharmacy. */
public sealed interface MigrationOutcome {

    Tenant tenant();

    record UpToDate(Tenant tenant, int version) implements MigrationOutcome {}

    record Migrated(Tenant tenant, int from, int to, int attempts, Duration took) implements MigrationOutcome {}

    /** Its schema is as it was before. */
    record Failed(Tenant tenant, int attempts, String reason) implements MigrationOutcome {}
}
