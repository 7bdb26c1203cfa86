package dev.firstfill.api.testing;

import dev.firstfill.tenancy.catalogue.Actor;
import dev.firstfill.tenancy.catalogue.Catalogue;
import dev.firstfill.tenancy.catalogue.NewTenant;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantLimits;
import dev.firstfill.tenancy.catalogue.Tenants;
import dev.firstfill.tenancy.migration.TenantSchemas;
import dev.firstfill.tenancy.provisioning.NoOrganisations;
import dev.firstfill.tenancy.provisioning.Tenancies;
import dev.firstfill.tenancy.sealing.TenantKeys;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The two pharmacies of the stories, opened once for all tests, and as many more as a test wants for itself. Their
 * slugs end in letters of this run, since a database that is found running may have those of an earlier one.
 */
public final class Pharmacies {
    private static final Duration OPENING_MAX = Duration.ofSeconds(30);
    private static final String RUN = UUID.randomUUID().toString().substring(0, 8);
    private static final Map<String, Tenant> OPENED = new ConcurrentHashMap<>();

    private Pharmacies() {}

    public static Tenant northgate() {
        return OPENED.computeIfAbsent("northgate", Pharmacies::openWithPeople);
    }

    public static Tenant southbank() {
        return OPENED.computeIfAbsent("southbank", Pharmacies::openWithPeople);
    }

    /** One that no other test touches. */
    public static Tenant another() {
        var name = "p" + UUID.randomUUID().toString().substring(0, 8);
        return unlimited(open(withoutPeople(), name + "-" + RUN, name));
    }

    /** One that is no sandbox, and that no other test touches. */
    public static Tenant real() {
        var slug = "real-" + UUID.randomUUID().toString().substring(0, 8);
        return open(withoutPeople(), slug, "Real", false);
    }

    /** Northgate once more, for stories in which nobody else may act. */
    public static Tenant anotherNorthgate() {
        var slug = "northgate-" + UUID.randomUUID().toString().substring(0, 8);
        return open(withoutPeople(), slug, "Northgate Specialty Pharmacy");
    }

    /** Whose people can log in at Keycloak. */
    private static Tenant openWithPeople(String name) {
        return unlimited(open(bean(Tenancies.class), name + "-" + RUN, name));
    }

    /**
     * Keycloak takes longer to make an organisation than PostgreSQL to make a pharmacy, and nobody logs in to those that a
     * test makes for itself: their tokens are minted.
     */
    private static Tenancies withoutPeople() {
        return new Tenancies(
                bean(Tenants.class),
                bean(Catalogue.class),
                bean(TenantSchemas.class),
                bean(TenantKeys.class),
                new NoOrganisations());
    }

    private static Tenant open(Tenancies tenancies, String slug, String name) {
        return open(tenancies, slug, name, true);
    }

    private static Tenant open(Tenancies tenancies, String slug, String name, boolean sandbox) {
        return tenancies
                .provision(new NewTenant(slug, name, ZoneId.of("America/New_York"), sandbox), new Actor("tests"))
                .await()
                .atMost(OPENING_MAX);
    }

    /** With limits that no test meets by chance. */
    private static Tenant unlimited(Tenant opened) {
        return limited(opened, new TenantLimits(TenantLimits.REQUESTS_MAX, TenantLimits.ACTS_MAX));
    }

    public static Tenant limited(Tenant pharmacy, TenantLimits limits) {
        return bean(Tenancies.class)
                .limit(pharmacy.slug(), limits, new Actor("tests"))
                .await()
                .atMost(OPENING_MAX);
    }

    private static <T> T bean(Class<T> type) {
        return CDI.current().select(type).get();
    }
}
