package dev.firstfill.tenancy.catalogue;

import dev.firstfill.kernel.Ids;
import java.util.UUID;

/** Identifies a pharmacy for ever: unlike its slug, it is never reused after the pharmacy has left. */
public record TenantId(UUID value) {

    public static TenantId create() {
        return new TenantId(Ids.next());
    }

    /** The name of both keys, the schema and the database role: {@code t_} and 32 hexadecimal digits. */
    public String databaseName() {
        return "t_" + value.toString().replace("-", "");
    }

    /**
     * The advisory lock under which a pharmacy's schema is migrated or erased. It folds 128 bits into the 64 that
     * PostgreSQL has for a lock; should two pharmacies ever share one, they merely wait for each other.
     */
    public long lock() {
        return value.getMostSignificantBits() ^ value.getLeastSignificantBits();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
