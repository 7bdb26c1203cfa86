package dev.firstfill.tenancy.provisioning;

import static dev.firstfill.tenancy.OnePlatform.OPERATOR;
import static dev.firstfill.tenancy.OnePlatform.await;
import static dev.firstfill.tenancy.OnePlatform.northgate;
import static dev.firstfill.tenancy.OnePlatform.southbank;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.tenancy.OnePlatform;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantId;
import dev.firstfill.tenancy.catalogue.TenantState;
import dev.firstfill.tenancy.migration.Fixture;
import dev.firstfill.tenancy.migration.TenantSchemas;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RepairTest {
    private final OnePlatform platform = OnePlatform.open();
    private final TenantSchemas schemas = new TenantSchemas(platform.owner, Fixture.migrations());

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void sweeps_what_a_crash_left_in_the_making() {
        var crashed = await(platform.tenants.register(TenantId.create(), northgate(), OPERATOR));
        await(schemas.create(crashed));
        await(platform.keys.create(crashed.id()));

        var swept = await(repairIn(Repair.PROVISIONING_OVER).sweep(OPERATOR));

        assertThat(swept).extracting(Tenant::slug).containsExactly("northgate");
        assertThat(await(platform.tenants.all())).extracting(Tenant::state).containsExactly(TenantState.CLOSED);
        assertThat(platform.schemas()).isEmpty();
        assertThat(platform.roleExists(crashed)).isFalse();
        assertThat(platform.column("select tenant_id from control.tenant_key")).isEmpty();
    }

    @Test
    void leaves_alone_what_may_still_be_in_the_making() {
        var inTheMaking = await(platform.tenants.register(TenantId.create(), northgate(), OPERATOR));

        var swept = await(repairIn(Duration.ofMinutes(4)).sweep(OPERATOR));

        assertThat(swept).isEmpty();
        assertThat(await(platform.tenants.all())).containsExactly(inTheMaking);
    }

    @Test
    void leaves_alone_what_is_served() {
        var tenancies =
                new Tenancies(platform.tenants, platform.catalogue, schemas, platform.keys, new NoOrganisations());
        var served = await(tenancies.provision(southbank(), OPERATOR));

        await(repairIn(Duration.ofDays(1)).sweep(OPERATOR));

        assertThat(await(platform.tenants.all())).containsExactly(served);
        assertThat(platform.schemas()).containsExactly(served.schema());
    }

    /** As it would be done that much later. */
    private Repair repairIn(Duration later) {
        return new Repair(
                platform.tenants,
                platform.catalogue,
                schemas,
                platform.keys,
                new NoOrganisations(),
                Clock.offset(Clock.systemUTC(), later));
    }
}
