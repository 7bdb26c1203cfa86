package dev.firstfill.tenancy.migration;

import dev.firstfill.tenancy.catalogue.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes the statements that make, move on and erase one pharmacy's schema. DDL takes no parameters, so this is the
 * one place where SQL is put together at run time; all that goes in are names made of an id's hexadecimal digits and
 * our own files.
 *
 * <p>Each script is one message to the server and, having no {@code begin} of its own, one transaction: 60 statements
 * then cost one round trip, and a failure in any of them leaves nothing.
 */
final class SchemaScript {

    private SchemaScript() {}

    /**
     * A role that owns nothing and cannot log in, a schema it may look into, and everything in that schema. The login
     * of the API gets the right to become the role, and none of the role's rights (INHERIT FALSE).
     */
    static String creation(Tenant tenant, Migrations migrations) {
        return """
                create role %1$s nologin;
                grant %1$s to firstfill_app with inherit false, set true;
                create schema %1$s;
                grant usage on schema %1$s to %1$s;
                """.formatted(tenant.schema()) + history(tenant.schema()) + steps(tenant, migrations.all());
    }

    /** Bounded columns, so that PostgreSQL makes no TOAST table: this table costs a tenant two relations. */
    static String history(String schema) {
        return """
                create table if not exists %s.migration (
                  version    integer primary key,
                  name       varchar(80) not null,
                  checksum   char(64) not null,
                  applied_at timestamptz not null default clock_timestamp()
                );
                """.formatted(schema);
    }

    static String steps(Tenant tenant, List<Migration> steps) {
        return steps.stream()
                .map(step -> step(tenant.schema(), step, step.writtenFor(tenant)))
                .collect(Collectors.joining());
    }

    static String controlSteps(List<Migration> steps) {
        return steps.stream()
                .map(step -> step(ControlSchema.NAME, step, step.sql()))
                .collect(Collectors.joining());
    }

    /** The line in the history is part of the step, so neither can be there without the other. */
    private static String step(String schema, Migration step, String sql) {
        return sql + """

                ;insert into %s.migration (version, name, checksum) values (%d, '%s', '%s');
                """.formatted(schema, step.version(), step.name(), step.checksum());
    }

    static String endOfRightsToWrite(Tenant tenant) {
        return "revoke insert, update, delete on all tables in schema %s from %s;"
                .formatted(tenant.schema(), tenant.role());
    }

    static String waitForWriters(Tenant tenant) {
        return """
                do $$
                declare
                  name text;
                begin
                  for name in select tablename from pg_catalog.pg_tables where schemaname = '%1$s' loop
                    execute format('lock table %1$s.%%I in share mode', name);
                  end loop;
                end
                $$;
                """.formatted(tenant.schema());
    }

    /** The same whether all, some or nothing of it is there, so that an interrupted erasure can be repeated. */
    static String erasure(Tenant tenant) {
        return """
                drop schema if exists %1$s cascade;
                drop role if exists %2$s;
                """.formatted(tenant.schema(), tenant.role());
    }

    /** Holds for the rest of the transaction that it stands in. */
    static String within(Duration lockTimeout, Duration statementTimeout) {
        return """
                set local lock_timeout = %d;
                set local statement_timeout = %d;
                """.formatted(lockTimeout.toMillis(), statementTimeout.toMillis());
    }
}
