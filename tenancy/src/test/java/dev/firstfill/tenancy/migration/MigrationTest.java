package dev.firstfill.tenancy.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantId;
import dev.firstfill.tenancy.catalogue.TenantLimits;
import dev.firstfill.tenancy.catalogue.TenantState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationTest {
    private static final Tenant NORTHGATE = new Tenant(
            new TenantId(UUID.fromString("0199a000-0000-7000-8000-00000000beef")),
            "northgate",
            "Northgate",
            TenantState.ACTIVE,
            null,
            1,
            "main",
            false,
            ZoneId.of("America/Chicago"),
            TenantLimits.USUAL,
            1);

    @Test
    void writes_the_pharmacys_names_in_the_place_of_the_placeholders() {
        var migration = Migration.of("V001__shelves.sql", """
                create table pharmacy.shelf (label text default nextval('pharmacy.number')::text);
                create function pharmacy.count() returns bigint as $$ select count(*) from pharmacy.shelf $$;
                grant select on pharmacy.shelf to pharmacy_role;
                """);

        assertThat(migration.writtenFor(NORTHGATE)).isEqualTo("""
                        create table t_0199a00000007000800000000000beef.shelf (label text default nextval('t_0199a00000007000800000000000beef.number')::text);
                        create function t_0199a00000007000800000000000beef.count() returns bigint as $$ select count(*) from t_0199a00000007000800000000000beef.shelf $$;
                        grant select on t_0199a00000007000800000000000beef.shelf to t_0199a00000007000800000000000beef;
                        """);
    }

    @Test
    void leaves_words_that_only_look_like_the_placeholders() {
        var sql = "select old_pharmacy.id, s.pharmacy.id, pharmacy_roles, my_pharmacy_role; -- a pharmacy.\n";

        assertThat(Migration.of("V001__words.sql", sql).writtenFor(NORTHGATE)).isEqualTo(sql);
    }

    @Test
    void is_the_same_whatever_the_line_ends_of_the_checkout() {
        assertThat(Migration.of("V001__shelves.sql", "select 1;\r\nselect 2;\r\n"))
                .isEqualTo(Migration.of("V001__shelves.sql", "select 1;\nselect 2;\n"));
    }

    @Test
    void refuses_a_file_name_without_number_and_subject() {
        assertThatThrownBy(() -> Migration.of("shelves.sql", ""))
                .hasMessage("A migration is called V001__what_it_does.sql; this one is not: shelves.sql");
    }

    @Test
    void refuses_a_gap_in_the_numbers(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("V001__shelves.sql"), "select 1;");
        Files.writeString(folder.resolve("V003__labels.sql"), "select 1;");

        assertThatThrownBy(() -> Migrations.in(folder))
                .hasMessage("Migrations are numbered from 1 without a gap or a double; V003__labels.sql is number 2.");
    }

    @Test
    void the_pharmacys_code_brings_its_own() {
        assertThat(Migrations.ofTenants().all())
                .first()
                .extracting(Migration::fileName)
                .isEqualTo("V001__patients.sql");
    }
}
