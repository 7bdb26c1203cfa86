package dev.firstfill.tenancy.catalogue;

import dev.firstfill.tenancy.catalogue.TenancyRefusals.TenantCannotBecome;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One pharmacy as the catalogue knows it.
 *
 * @param slug the name in commands and in the organisation's alias: {@code [a-z][a-z0-9-]{1,38}[a-z0-9]}
 * @param organisation the id of its Keycloak organisation; null until that has been made
 * @param schemaVersion the last migration its schema has seen; 0 before the first
 * @param node the database node that holds its schema
 * @param revision grows with every change of the catalogue; the greatest one seen tells what is new
 */
public record Tenant(
        TenantId id,
        String slug,
        String name,
        TenantState state,
        @Nullable String organisation,
        int schemaVersion,
        String node,
        boolean sandbox,
        ZoneId timeZone,
        TenantLimits limits,
        long revision) {

    /** Refuses a move that the life of a pharmacy does not have, such as resuming one that has left. */
    public void mustBeAbleToBecome(TenantState next) {
        if (!state.canBecome(next)) {
            throw new TenantCannotBecome(slug, state, next);
        }
    }

    /** The schema with this pharmacy's tables: the first of the two keys. */
    public String schema() {
        return id.databaseName();
    }

    /** The database role with rights in that schema only: the second of the two keys. */
    public String role() {
        return id.databaseName();
    }
}
