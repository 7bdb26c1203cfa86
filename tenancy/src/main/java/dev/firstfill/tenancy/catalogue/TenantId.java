package dev.firstfill.tenancy.catalogue;

import java.util.UUID;

/** Identifies a pharmacy for ever: unlike its slug, it is never reused after the pharmacy has left. */
public record TenantId(UUID value) {

    /** The name of both keys, the schema and the database role: {@code t_} and 32 hexadecimal digits. */
    public String databaseName() {
        return "t_" + value.toString().replace("-", "");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
