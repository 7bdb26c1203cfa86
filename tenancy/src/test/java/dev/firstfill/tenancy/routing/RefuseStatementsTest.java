package dev.firstfill.tenancy.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection is shared, so no statement leaves anything in its session. */
class RefuseStatementsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set role t_2",
                "SET ROLE t_2",
                "set local role t_2",
                "set session authorization t_2",
                "set search_path = t_2",
                "reset role",
                "reset all",
                "discard all",
                "discard temp",
                "do $$ begin set role t_2; end $$",
                "begin",
                "start transaction",
                "commit",
                "end",
                "rollback",
                "abort",
                "savepoint a",
                "release a",
                "prepare transaction 'a'",
                "prepare a as select 1",
                "execute a",
                "deallocate all",
                "declare a cursor with hold for select id from pharmacy.patient",
                "fetch all from a",
                "move a",
                "close all",
                "listen a",
                "unlisten *",
                "notify a",
                "lock table pharmacy.patient",
                "copy pharmacy.patient to stdout",
                "call pharmacy.something()",
                "explain analyze execute a",
                "create temporary table a (id integer)",
                "alter role current_user set role = t_2",
                "drop owned by current_user",
                "grant select on pharmacy.patient to t_2",
                "truncate pharmacy.patient",
                "vacuum",
                "show role",
            })
    void a_statement_that_does_more_than_read_and_change_rows(String statement) {
        assertRefused(statement);
        assertRefused(" \t\r\n" + statement);
        assertRefused("/* select */ " + statement);
        assertRefused("-- select\n" + statement);
        assertRefused("-- select\r" + statement);
        assertRefused("(" + statement + ")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1; select 2",
                "select 1; set role t_2",
                ";set role t_2",
                ";;",
                "select 1;;",
                "select ';'; set role t_2",
                "select $$;$$; set role t_2",
                "select E'\\''; set role t_2 --'",
                "select E'a'\n'\\''; set role t_2 --'",
                "select 1 -- \r; set role t_2",
                "select 1 /* /* */ ; */; set role t_2",
                "select 1; -- \rset role t_2",
                "select \";\"; set role t_2",
            })
    void more_than_one_statement(String statement) {
        assertRefused(statement);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"select ';'", "select $$;$$", "select 1 -- ;\n", "select 1; -- the end", "select \";\" from t"})
    void a_semicolon_that_ends_nothing_is_welcome(String statement) {
        assertThat(SchemaTemplate.of(statement).in("t_1")).isEqualTo(statement);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select set_config('role', 't_2', false)",
                "select SET_CONFIG('role', 't_2', false)",
                "select pg_catalog.set_config('role', 't_2', false)",
                "select pg_catalog . set_config ('role', 't_2', false)",
                "select \"set_config\"('role', 't_2', false)",
                "select pg_catalog.\"set_config\"('role', 't_2', false)",
                "select U&\"set\\005fconfig\"('role', 't_2', false)",
                "select u&\"set!005fconfig\" uescape '!' ('role', 't_2', false)",
                "with a as (select set_config('role', 't_2', false)) select id from pharmacy.patient, a",
                "select id from pharmacy.patient where set_config('role', 't_2', false) = 't_2'",
                "insert into pharmacy.patient (id) select set_config('role', 't_2', false)",
                "update pharmacy.patient set id = id returning set_config('role', 't_2', false)",
                "values (set_config('role', 't_2', false))",
                "select -- \rset_config('role', 't_2', false)",
                "select E'a'\n'\\'', set_config('role', 't_2', false)",
                "select 1$$, set_config('role', 't_2', false) $$, set_config('role', 't_2', false)",
                "update pg_settings set setting = 't_2' where name = 'role'",
                "update pg_catalog.\"pg_settings\" set setting = 't_2' where name = 'role'",
                "select query_to_xml('select set_config(''role'', ''t_2'', false)', true, true, '')",
                "select query_to_xmlschema('select set_config(''role'', ''t_2'', false)', true, true, '')",
                "select * from ts_stat('select set_config(''role'', ''t_2'', false)::tsvector')",
                "select ts_rewrite('a'::tsquery, 'select set_config(''role'', ''t_2'', false)::tsquery, ''b''')",
                "select pg_advisory_lock(1)",
                "select pg_try_advisory_lock_shared(1)",
            })
    void a_select_that_changes_the_session_from_inside(String statement) {
        assertRefused(statement);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 'set_config'",
                "select 1 -- set_config",
                "select my_set_config(1)",
                "select pg_advisory_xact_lock(1)",
                "select current_setting('role')",
            })
    void a_word_that_merely_looks_like_it_is_welcome(String statement) {
        assertThat(SchemaTemplate.of(statement).in("t_1")).isEqualTo(statement);
    }

    private static void assertRefused(String statement) {
        assertThatThrownBy(() -> SchemaTemplate.of(statement)).isInstanceOf(RoutingFault.class);
    }
}
