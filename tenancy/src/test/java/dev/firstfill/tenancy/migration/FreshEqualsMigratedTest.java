package dev.firstfill.tenancy.migration;

import static dev.firstfill.tenancy.OnePlatform.OPERATOR;
import static dev.firstfill.tenancy.OnePlatform.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.tenancy.OnePlatform;
import dev.firstfill.tenancy.catalogue.NewTenant;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantId;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreshEqualsMigratedTest {
    private final OnePlatform platform = OnePlatform.open();

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void a_schema_made_at_once_is_the_one_that_was_migrated_step_by_step() {
        assertFreshEqualsMigrated(Migrations.ofTenants());
    }

    @Test
    void also_with_grants_on_columns_functions_and_checks() {
        assertFreshEqualsMigrated(Fixture.migrations());
    }

    private void assertFreshEqualsMigrated(Migrations migrations) {
        var fresh = made("fresh", migrations);
        var migrated = made("migrated", migrations.upTo(1));
        for (int version = 2; version <= migrations.latest(); version++) {
            await(new Migrator(platform.owner, platform.tenants, migrations.upTo(version))
                    .run(1, OPERATOR, ignored -> {}));
        }

        assertThat(SchemaShape.of(platform, migrated)).isNotEmpty().isEqualTo(SchemaShape.of(platform, fresh));
    }

    /** The comparison above is worth what it notices. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table pharmacy.shelf add column another integer",
                "alter table pharmacy.shelf alter column label drop not null",
                "alter table pharmacy.shelf alter column cold set default true",
                "alter table pharmacy.shelf drop constraint shelf_label_is_bounded",
                "drop index pharmacy.shelf_by_label",
                "create index another on pharmacy.shelf (cold)",
                "grant delete on pharmacy.box to pharmacy",
                "grant update (contents) on pharmacy.box to pharmacy",
                "alter table pharmacy.box owner to postgres",
                "grant execute on function pharmacy.cold_shelves() to public",
                "create or replace function pharmacy.cold_shelves() returns bigint language sql as 'select 0::bigint'",
                "alter sequence pharmacy.shelf_number_seq start with 1001",
                "grant create on schema pharmacy to pharmacy",
            })
    void the_comparison_notices(String difference) {
        var one = made("one", Fixture.migrations());
        var other = made("other", Fixture.migrations());
        var before = SchemaShape.of(platform, one);

        platform.asSuperuser(difference.replaceAll("\\bpharmacy\\b", other.schema()));

        assertThat(before).isEqualTo(SchemaShape.of(platform, one));
        assertThat(SchemaShape.of(platform, other)).isNotEqualTo(before);
    }

    private Tenant made(String slug, Migrations migrations) {
        var wish = new NewTenant(slug, slug, ZoneId.of("America/Chicago"), true);
        var tenant = await(platform.tenants.register(TenantId.create(), wish, OPERATOR));
        await(new TenantSchemas(platform.owner, migrations).create(tenant));
        return await(platform.tenants.activate(tenant.id(), "org-of-" + slug, migrations.latest(), OPERATOR));
    }
}
