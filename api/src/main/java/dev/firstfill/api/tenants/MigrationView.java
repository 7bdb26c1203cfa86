package dev.firstfill.api.tenants;

import dev.firstfill.tenancy.migration.MigrationStatus;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far the pharmacies' schemas are. */
@Schema(name = "Migration", description = "How far the pharmacies' schemas are.")
public record MigrationView(
        @Schema(description = "The version the running code needs; a pharmacy below it is answered with 503")
        int needed,

        @Schema(description = "How many pharmacies are below it")
        long behind,

        @Schema(description = "Whether this replica is migrating at the moment")
        boolean running,

        List<AtVersion> versions) {

    static MigrationView of(MigrationStatus status, boolean running) {
        return new MigrationView(
                status.needed(),
                status.behind(),
                running,
                status.tenantsByVersion().entrySet().stream()
                        .map(entry -> new AtVersion(entry.getKey(), entry.getValue()))
                        .toList());
    }

    /** How many pharmacies are at one version. */
    @Schema(description = "How many pharmacies are at one version.")
    public record AtVersion(int version, long tenants) {}
}
