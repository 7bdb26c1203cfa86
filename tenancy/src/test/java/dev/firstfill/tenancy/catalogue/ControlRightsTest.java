package dev.firstfill.tenancy.catalogue;

import static dev.firstfill.tenancy.OnePlatform.OPERATOR;
import static dev.firstfill.tenancy.OnePlatform.await;
import static dev.firstfill.tenancy.OnePlatform.northgate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.firstfill.tenancy.OnePlatform;
import dev.firstfill.tenancy.migration.Migrations;
import dev.firstfill.tenancy.migration.TenantSchemas;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlRightsTest {
    private static final OnePlatform PLATFORM = OnePlatform.open();
    private static Tenant northgate;

    @BeforeAll
    static void provision() {
        northgate = await(PLATFORM.tenants.register(TenantId.create(), northgate(), OPERATOR));
        await(new TenantSchemas(PLATFORM.owner, Migrations.ofTenants()).create(northgate));
    }

    @AfterAll
    static void close() {
        PLATFORM.close();
    }

    @Test
    void every_change_leaves_who_did_what() {
        assertThat(await(PLATFORM.tenants.history(northgate.id())))
                .extracting(TenantEvent::actor, TenantEvent::what, TenantEvent::details)
                .containsExactly(tuple("operator", "registered", new JsonObject()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from control.tenant",
                "delete from control.tenant_event",
                "update control.tenant_event set actor = 'nobody'",
                "truncate control.tenant_event",
                "delete from control.revision",
                "insert into control.node (name, address) values ('elsewhere', 'here')",
                "create table control.mine (id integer)",
                "create temporary table mine (id integer)",
                "create schema mine",
            })
    void the_control_login_may_not(String statement) {
        assertDenied(PLATFORM.control.main(), statement);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select id from control.tenant",
                "select actor from control.tenant_event",
                "select value from control.revision",
                "select name from control.node",
                "create temporary table mine (id integer)",
                "set role firstfill_owner",
                "set role firstfill_control",
            })
    void the_apps_login_may_not(String statement) {
        assertDenied(PLATFORM.app.main(), statement);
    }

    @Test
    void the_control_login_cannot_reach_a_pharmacys_tables_nor_its_role() {
        assertDenied(PLATFORM.control.main(), "select id from %s.patient".formatted(northgate.schema()));
        assertDenied(PLATFORM.control.main(), "set role " + northgate.role());
    }

    private static void assertDenied(Pool pool, String statement) {
        assertThatThrownBy(() -> await(pool.query(statement).execute())).hasMessageContaining("permission denied");
    }
}
