package dev.firstfill.tenancy.migration;

import dev.firstfill.tenancy.catalogue.Tenant;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which versions the pharmacies' schemas are at, and how many of them the running code cannot serve. */
public record MigrationStatus(int needed, SortedMap<Integer, Long> tenantsByVersion) {

    static MigrationStatus of(int needed, Collection<Tenant> tenants) {
        return new MigrationStatus(
                needed,
                new TreeMap<>(
                        tenants.stream().collect(Collectors.groupingBy(Tenant::schemaVersion, Collectors.counting()))));
    }

    public long total() {
        return sum(tenantsByVersion);
    }

    public long behind() {
        return sum(tenantsByVersion.headMap(needed));
    }

    private static long sum(Map<Integer, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
