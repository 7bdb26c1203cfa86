package dev.firstfill.tenancy.migration;

import static dev.firstfill.tenancy.OnePlatform.OPERATOR;
import static dev.firstfill.tenancy.OnePlatform.await;

import dev.firstfill.tenancy.OnePlatform;
import dev.firstfill.tenancy.catalogue.NewTenant;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantId;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/** Four migrations of a small storehouse, and pharmacies that have seen some of them. */
public final class Fixture {

    private Fixture() {}

    public static Migrations migrations() {
        try {
            return Migrations.in(
                    Path.of(Fixture.class.getResource("/db/fixture").toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Those of the fixture up to a version. */
    public static Migrations migrationsUpTo(int version) {
        return migrations().upTo(version);
    }

    /** Active, and not up to date unless the version is 4. */
    public static Tenant pharmacyAt(OnePlatform platform, String slug, int version) {
        var wish = new NewTenant(slug, slug, ZoneId.of("America/Chicago"), true);
        var tenant = await(platform.tenants.register(TenantId.create(), wish, OPERATOR));
        await(new TenantSchemas(platform.owner, migrations().upTo(version)).create(tenant));
        return await(platform.tenants.activate(tenant.id(), "org-of-" + slug, version, OPERATOR));
    }

    public static List<Tenant> pharmaciesAt(OnePlatform platform, int count, int version) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> pharmacyAt(platform, "pharmacy-%03d".formatted(number), version))
                .toList();
    }
}
