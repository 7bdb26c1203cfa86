package dev.firstfill.tenancy.provisioning;

import static dev.firstfill.tenancy.OnePlatform.OPERATOR;
import static dev.firstfill.tenancy.OnePlatform.await;
import static dev.firstfill.tenancy.OnePlatform.northgate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.tenancy.OnePlatform;
import dev.firstfill.tenancy.catalogue.NewTenant;
import dev.firstfill.tenancy.catalogue.TenancyRefusals.NodeUnknown;
import dev.firstfill.tenancy.catalogue.TenancyRefusals.SlugTaken;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantEvent;
import dev.firstfill.tenancy.catalogue.TenantLimits;
import dev.firstfill.tenancy.catalogue.TenantState;
import dev.firstfill.tenancy.migration.Fixture;
import dev.firstfill.tenancy.migration.TenantSchemas;
import io.smallrye.mutiny.Uni;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenPharmacyTest {
    private final OnePlatform platform = OnePlatform.open();
    private final Tenancies tenancies = tenancies(new NoOrganisations());

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void serves_it_as_soon_as_it_answers() {
        var made = await(tenancies.provision(northgate(), OPERATOR));

        assertThat(made)
                .isEqualTo(new Tenant(
                        made.id(),
                        "northgate",
                        "Northgate Specialty Pharmacy",
                        TenantState.ACTIVE,
                        made.id().toString(),
                        4,
                        "main",
                        false,
                        ZoneId.of("America/Chicago"),
                        TenantLimits.USUAL,
                        made.revision()));
        assertThat(platform.catalogue.withSlug("northgate")).contains(made);
        assertThat(platform.schemas()).containsExactly(made.schema());
        assertThat(events(made)).containsExactly("registered", "activated");
    }

    @Test
    void refuses_a_slug_that_is_taken_and_makes_nothing() {
        var first = await(tenancies.provision(northgate(), OPERATOR));

        assertThatThrownBy(() -> await(tenancies.provision(northgate(), OPERATOR)))
                .isInstanceOf(SlugTaken.class);

        assertThat(await(tenancies.all())).containsExactly(first);
        assertThat(platform.schemas()).containsExactly(first.schema());
    }

    @Test
    void of_two_with_one_slug_at_the_same_time_one_is_made() {
        var wishes = Uni.join()
                .all(IntStream.range(0, 8)
                        .mapToObj(number -> tenancies
                                .provision(northgate(), OPERATOR)
                                .map(Tenant::slug)
                                .onFailure(SlugTaken.class)
                                .recoverWithItem("taken"))
                        .toList())
                .andFailFast();

        assertThat(await(wishes)).containsOnlyOnce("northgate").hasSize(8);

        assertThat(platform.schemas()).hasSize(1);
    }

    @Test
    void many_are_made_at_the_same_time() {
        var wishes = Uni.join()
                .all(IntStream.range(0, 16)
                        .mapToObj(number -> tenancies.provision(
                                new NewTenant("pharmacy-" + number, "Pharmacy", ZoneId.of("America/Chicago"), true),
                                OPERATOR))
                        .toList())
                .andFailFast();

        assertThat(await(wishes)).extracting(Tenant::state).containsOnly(TenantState.ACTIVE);

        assertThat(platform.schemas()).hasSize(16);
    }

    @Test
    void refuses_a_node_that_is_not_there() {
        var wish = new NewTenant("northgate", "Northgate", ZoneId.of("America/Chicago"), false, "elsewhere");

        assertThatThrownBy(() -> await(tenancies.provision(wish, OPERATOR))).isInstanceOf(NodeUnknown.class);

        assertThat(await(tenancies.all())).isEmpty();
    }

    @Test
    void leaves_nothing_but_the_reason_when_the_schema_cannot_be_made() {
        platform.asSuperuser("revoke create on database %s from firstfill_owner".formatted(platform.database));

        assertThatThrownBy(() -> await(tenancies.provision(northgate(), OPERATOR)))
                .hasMessageContaining("permission denied for database");

        assertClosedWith("permission denied for database");
    }

    @Test
    void leaves_nothing_but_the_reason_when_the_organisation_cannot_be_made() {
        var outage = new OrganisationsDown();

        assertThatThrownBy(() -> await(tenancies(outage).provision(northgate(), OPERATOR)))
                .hasMessage("The identity provider is down.");

        assertClosedWith("The identity provider is down.");
    }

    @Test
    void leaves_nothing_but_the_reason_when_the_row_cannot_be_activated() {
        platform.asSuperuser("alter table control.tenant add constraint nobody_opens check (state <> 'ACTIVE')");

        assertThatThrownBy(() -> await(tenancies.provision(northgate(), OPERATOR)))
                .hasMessageContaining("nobody_opens");

        assertClosedWith("nobody_opens");
    }

    @Test
    void the_slug_is_free_again_after_a_failure() {
        assertThatThrownBy(() -> await(tenancies(new OrganisationsDown()).provision(northgate(), OPERATOR)))
                .hasMessage("The identity provider is down.");

        var second = await(tenancies.provision(northgate(), OPERATOR));

        assertThat(second.state()).isEqualTo(TenantState.ACTIVE);
    }

    @Test
    void leaves_nothing_but_the_reason_when_the_keys_cannot_be_made() {
        platform.asSuperuser("revoke insert on control.tenant_key from firstfill_control");

        assertThatThrownBy(() -> await(tenancies.provision(northgate(), OPERATOR)))
                .hasMessageContaining("permission denied for table tenant_key");

        assertClosedWith("permission denied for table tenant_key");
    }

    private void assertClosedWith(String reason) {
        var closed = await(tenancies.all());
        assertThat(closed).extracting(Tenant::state).containsExactly(TenantState.CLOSED);
        var last = await(platform.tenants.history(closed.getFirst().id())).getLast();
        assertThat(last.what()).isEqualTo("provisioning-failed");
        assertThat(last.details().getString("reason")).contains(reason);
        assertThat(platform.schemas()).isEmpty();
        assertThat(platform.column("select tenant_id from control.tenant_key")).isEmpty();
        assertThat(platform.roleExists(closed.getFirst())).isFalse();
    }

    private Tenancies tenancies(Organisations organisations) {
        return new Tenancies(
                platform.tenants,
                platform.catalogue,
                new TenantSchemas(platform.owner, Fixture.migrations()),
                platform.keys,
                organisations);
    }

    private List<String> events(Tenant tenant) {
        return await(platform.tenants.history(tenant.id())).stream()
                .map(TenantEvent::what)
                .toList();
    }

    /** An identity provider in an outage, which is outside our walls. */
    private static final class OrganisationsDown implements Organisations {
        @Override
        public Uni<String> create(Tenant tenant) {
            return Uni.createFrom().failure(new IllegalStateException("The identity provider is down."));
        }

        @Override
        public Uni<Void> remove(Tenant tenant) {
            return Uni.createFrom().voidItem();
        }
    }
}
