package dev.firstfill.api.testing;

import dev.firstfill.tenancy.catalogue.Actor;
import dev.firstfill.tenancy.catalogue.NewTenant;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantLimits;
import dev.firstfill.tenancy.provisioning.Tenancies;
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
        return OPENED.computeIfAbsent("northgate", Pharmacies::open);
    }

    public static Tenant southbank() {
        return OPENED.computeIfAbsent("southbank", Pharmacies::open);
    }

    /** One that no other test touches. */
    public static Tenant another() {
        return open("p" + UUID.randomUUID().toString().substring(0, 8));
    }

    /** One that is no sandbox, and that no other test touches. */
    public static Tenant real() {
        var slug = "real-" + UUID.randomUUID().toString().substring(0, 8);
        return open(slug, "Real", false);
    }

    /** Northgate once more, for stories in which nobody else may act. */
    public static Tenant anotherNorthgate() {
        var slug = "northgate-" + UUID.randomUUID().toString().substring(0, 8);
        return open(slug, "Northgate Specialty Pharmacy");
    }

    /** With limits that no test meets by chance. */
    private static Tenant open(String name) {
        var opened = open(name + "-" + RUN, name);
        return limited(opened, new TenantLimits(TenantLimits.REQUESTS_MAX, TenantLimits.ACTS_MAX));
    }

    public static Tenant limited(Tenant pharmacy, TenantLimits limits) {
        return CDI.current()
                .select(Tenancies.class)
                .get()
                .limit(pharmacy.slug(), limits, new Actor("tests"))
                .await()
                .atMost(OPENING_MAX);
    }

    private static Tenant open(String slug, String name) {
        return open(slug, name, true);
    }

    private static Tenant open(String slug, String name, boolean sandbox) {
        return CDI.current()
                .select(Tenancies.class)
                .get()
                .provision(new NewTenant(slug, name, ZoneId.of("America/New_York"), sandbox), new Actor("tests"))
                .await()
                .atMost(OPENING_MAX);
    }
}
