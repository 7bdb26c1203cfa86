package dev.firstfill.tenancy.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a statement names the pharmacy's schema, and where it merely seems to. */
class NameTheSchemaTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            select id from pharmacy.patient                        | select id from t_1.patient
            insert into pharmacy.patient values ($1)               | insert into t_1.patient values ($1)
            update pharmacy.patient set version = 2                | update t_1.patient set version = 2
            delete from pharmacy.patient                           | delete from t_1.patient
            with p as (select from pharmacy.drug) table p          | with p as (select from t_1.drug) table p
            select from pharmacy.a join pharmacy.b on true         | select from t_1.a join t_1.b on true
            select pharmacy.patient.id from pharmacy.patient       | select t_1.patient.id from t_1.patient
            select pharmacy.shelf(pharmacy.box.*) from pharmacy.box | select t_1.shelf(t_1.box.*) from t_1.box
            select $1::pharmacy.kind                               | select $1::t_1.kind
            select array[pharmacy.one(),pharmacy.two()]            | select array[t_1.one(),t_1.two()]
            select 1+pharmacy.one()                                | select 1+t_1.one()
            select id from PHARMACY.patient                        | select id from t_1.patient
            select id from Pharmacy.Patient                        | select id from t_1.Patient
            select id from "pharmacy".patient                      | select id from t_1.patient
            select id from pharmacy."patient"                      | select id from t_1."patient"
            select id from pharmacy . patient                      | select id from t_1 . patient
            select id from pharmacy/* the */./* one */patient      | select id from t_1/* the */./* one */patient
            (select id from pharmacy.patient)                      | (select id from t_1.patient)
            select id from pharmacy.patient;                       | select id from t_1.patient;
            """)
    void a_name_of_the_schema_is_written(String statement, String written) {
        assertThat(inSchema("t_1", statement)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 'pharmacy.patient'",
                "select 'it''s pharmacy.patient'",
                "select 'ends in a backslash \\', 1 -- pharmacy.patient",
                "select '' 'pharmacy.patient'",
                "select E'it\\'s pharmacy.patient'",
                "select e'\\\\\\' pharmacy.patient'",
                "select E'first'\n  'second \\' pharmacy.patient'",
                "select E'first' -- a remark\r'second \\' pharmacy.patient'",
                "select 'first'\n-- a remark\n'second pharmacy.patient'",
                "select N'pharmacy.patient'",
                "select B'101', X'1F', 'pharmacy.patient'",
                "select U&'d\\0061ta pharmacy.patient'",
                "select $$pharmacy.patient$$",
                "select $$ it's $ 5, pharmacy.patient $$",
                "select $tag$ $$ pharmacy.patient $other$ pharmacy.patient $tag$",
                "select $näme$pharmacy.patient$näme$",
                "select 1 -- pharmacy.patient",
                "select 1 --pharmacy.patient\r, 2",
                "select /* pharmacy.patient */ 1",
                "select /* one /* two */ pharmacy.patient */ 1",
                "select 1 +/* pharmacy.patient */ 1",
            })
    void what_stands_in_a_value_or_a_remark_is_left_alone(String statement) {
        assertThat(inSchema("t_1", statement)).isEqualTo(statement);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select pharmacy from t",
                "select 1 as pharmacy",
                "select t.pharmacy.city from t",
                "select t . pharmacy . city from t",
                "select (t.pharmacy).city from t",
                "select a[1].pharmacy.city from t",
                "select $1.pharmacy.city",
                "select pharmacy_role.id from t",
                "select my_pharmacy.id from t",
                "select pharmacy$2.id from t",
                "select \"PHARMACY\".id from t",
                "select \"pharmacy\"\".patient\" from t",
                "select \"my pharmacy.patient\" from t",
                "select \"a\"\"pharmacy\".id from t",
                "select épharmacy.id from t",
                "select pharmacyé.id from t",
                "select \u3000pharmacy.id from t",
                "select \uD83D\uDC8Apharmacy.id from t",
                "select 1pharmacy.id from t",
                "select 0x1Fpharmacy.id from t",
                "select pharmacy",
                "select $1 from pharmacy",
            })
    void another_name_is_left_alone(String statement) {
        assertThat(inSchema("t_1", statement)).isEqualTo(statement);
    }

    @Test
    void names_on_both_sides_of_a_value_are_written_and_the_value_is_not() {
        var statement = """
                select E'\\\\', pharmacy.one('pharmacy.one'), $$pharmacy.two$$||pharmacy.two($1$$pharmacy.x$$), $$$t$$||pharmacy.one()
                """;

        assertThat(inSchema("t_1", statement)).isEqualTo("""
                select E'\\\\', t_1.one('pharmacy.one'), $$pharmacy.two$$||t_1.two($1$$pharmacy.x$$), $$$t$$||t_1.one()
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 'never closed pharmacy.patient",
                "select E'\\",
                "select \"never closed pharmacy.patient",
                "select $tag$ pharmacy.patient $",
                "select /* /* pharmacy.patient */",
                "select $",
                "select \"",
            })
    void what_is_never_closed_is_left_for_postgresql_to_refuse(String statement) {
        assertThat(inSchema("t_1", statement)).isEqualTo(statement);
    }

    @Test
    void one_reading_serves_every_pharmacy() {
        var template = SchemaTemplate.of("select id from pharmacy.patient where id = $1");

        assertThat(template.in("t_1")).isEqualTo("select id from t_1.patient where id = $1");
        assertThat(template.in("t_2")).isEqualTo("select id from t_2.patient where id = $1");
    }

    @Test
    void statements_made_at_run_time_are_written_alike_and_not_all_remembered() {
        var names = new SchemaNames();

        for (int number = 0; number < SchemaNames.TEMPLATES_MAX + 10; number++) {
            assertThat(names.in("t_1", "select %d from pharmacy.patient".formatted(number)))
                    .isEqualTo("select %d from t_1.patient".formatted(number));
        }
        assertThat(names.remembered()).isEqualTo(SchemaNames.TEMPLATES_MAX);
    }

    private static String inSchema(String schema, String statement) {
        return SchemaTemplate.of(statement).in(schema);
    }
}
