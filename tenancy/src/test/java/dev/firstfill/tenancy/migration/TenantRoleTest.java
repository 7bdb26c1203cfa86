package dev.firstfill.tenancy.migration;

import static dev.firstfill.tenancy.OnePlatform.OPERATOR;
import static dev.firstfill.tenancy.OnePlatform.await;
import static dev.firstfill.tenancy.OnePlatform.northgate;
import static dev.firstfill.tenancy.OnePlatform.southbank;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.tenancy.OnePlatform;
import dev.firstfill.tenancy.catalogue.NewTenant;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What PostgreSQL itself lets a connection do that has become Northgate. */
class TenantRoleTest {
    private static final OnePlatform PLATFORM = OnePlatform.open();
    private static Tenant northgate;
    private static Tenant southbank;

    @BeforeAll
    static void provision() {
        northgate = made(northgate());
        southbank = made(southbank());
    }

    private static Tenant made(NewTenant wish) {
        var tenant = await(PLATFORM.tenants.register(TenantId.create(), wish, OPERATOR));
        await(new TenantSchemas(PLATFORM.owner, Migrations.ofTenants()).create(tenant));
        return tenant;
    }

    @AfterAll
    static void close() {
        PLATFORM.close();
    }

    @Test
    void it_reads_its_own_tables() {
        assertThat(await(asNorthgate("select id from mine.patient")).size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select id from others.patient",
                "insert into others.patient (id) values (gen_random_uuid())",
                "select nextval('others.patient_number_seq')",
                "select id from control.tenant",
                "select version from mine.migration",
                "set role to firstfill_owner",
                "create table mine.another (id integer)",
                "alter table mine.patient add column another integer",
                "drop table mine.patient",
                "drop schema mine cascade",
                "truncate mine.patient",
                "create index another on mine.patient (id)",
                "create function mine.another() returns integer language sql as 'select 1'",
                "create temporary table another (id integer)",
                "create schema another",
                "create role another",
                "select pg_catalog.pg_read_file('postgresql.conf')",
            })
    void it_may_not(String statement) {
        assertThatThrownBy(() -> await(asNorthgate(statement)))
                .hasMessageMatching("(?s).*(permission denied|must be (the )?owner|must be able to SET ROLE).*");
    }

    @Test
    void the_login_itself_reads_no_pharmacys_tables() {
        var statement = "select id from %s.patient".formatted(northgate.schema());

        assertThatThrownBy(() -> await(PLATFORM.app.main().query(statement).execute()))
                .hasMessageContaining("permission denied");
    }

    private static Uni<RowSet<Row>> asNorthgate(String statement) {
        var placed = statement.replace("mine", northgate.schema()).replace("others", southbank.schema());
        return PLATFORM.app.main().withTransaction(connection -> connection
                .query("set local role " + northgate.role())
                .execute()
                .chain(() -> connection.query(placed).execute()));
    }

    /**
     * Tables, TOAST tables, indexes and sequences together make up what 10,000 pharmacies ask of one database: at most
     * 150 each. The number here is what they have; whoever needs more says so here, and in decision 27.
     */
    @Test
    void a_pharmacy_costs_143_relations() {
        var relations = PLATFORM.column("""
                select c.relkind::text || ' ' || c.relname
                from pg_class c
                where c.relnamespace = '%1$s'::regnamespace
                   or c.oid in (select t.reltoastrelid from pg_class t where t.relnamespace = '%1$s'::regnamespace)
                   or c.oid in (
                        select i.indexrelid
                        from pg_index i
                        join pg_class t on t.reltoastrelid = i.indrelid
                        where t.relnamespace = '%1$s'::regnamespace)
                order by 1
                """.formatted(northgate.schema()));

        assertThat(relations).hasSizeLessThanOrEqualTo(143);
    }
}
