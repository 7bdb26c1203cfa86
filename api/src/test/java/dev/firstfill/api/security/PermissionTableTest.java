package dev.firstfill.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.api.contract.Committed;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PermissionTableTest {

    @Test
    void the_committed_table_is_the_one_in_force() {
        Committed.assertSame("docs/permissions.md", rendered());
    }

    @Test
    void the_operator_of_the_platform_sees_nothing_of_any_pharmacy() {
        assertThat(given(Role.PLATFORM_OPERATOR))
                .containsExactlyInAnyOrder(Permission.SELF_READ, Permission.TENANT_READ, Permission.TENANT_MANAGE);
    }

    @Test
    void nobody_in_a_pharmacy_sees_the_platform() {
        for (var role : EnumSet.complementOf(EnumSet.of(Role.PLATFORM_OPERATOR))) {
            assertThat(given(role)).as("%s", role).doesNotContain(Permission.TENANT_READ, Permission.TENANT_MANAGE);
        }
    }

    @Test
    void who_sets_a_pharmacy_up_sees_no_patient() {
        assertThat(given(Role.TENANT_ADMINISTRATOR)).doesNotContain(Permission.PATIENT_READ, Permission.PATIENT_WRITE);
    }

    @Test
    void who_may_change_something_may_see_it() {
        for (var role : Role.values()) {
            var given = given(role);
            for (var permission : given) {
                var reading = Permission.named(permission.wireName().replaceFirst(":(write|erase|manage)$", ":read"));
                assertThat(given).as("%s %s", role, permission).contains(reading.orElseThrow());
            }
        }
    }

    private static java.util.List<Permission> given(Role role) {
        return Arrays.stream(Permission.values())
                .filter(permission -> permission.isGivenTo(role))
                .toList();
    }

    private static String rendered() {
        var table = new StringBuilder("""
                # Permissions

                Who may do what. Rendered from `Permission`, the only place where it is said; whoever is not marked here
                is refused. Every operation of the contract names the one permission it takes (`x-permission`) and
                whether its calls are kept in the pharmacy's audit ledger (`x-audited`). Roles are held in one pharmacy, by
                membership in a group of its organisation; the platform's operator belongs to none. The minimum necessary for each task (45 CFR 164.502(b)).

                | permission | purpose | audited |
                |---|---|:-:|
                """);
        for (var permission : Permission.values()) {
            table.append("| `%s` | %s | %s |\n"
                    .formatted(
                            permission.wireName(),
                            permission.purpose(),
                            permission.audit().isAudited() ? "✓" : ""));
        }
        table.append("\n| role |").append(columns(Permission::wireName)).append("\n|---|");
        table.append(columns(permission -> ":-:").replace(" ", "")).append("\n");
        for (var role : Role.values()) {
            table.append("| %s |".formatted(role.wireName()))
                    .append(columns(permission -> permission.isGivenTo(role) ? "✓" : ""))
                    .append("\n");
        }
        return table.toString();
    }

    private static String columns(java.util.function.Function<Permission, String> cell) {
        return Arrays.stream(Permission.values())
                .map(permission -> " " + cell.apply(permission) + " |")
                .collect(Collectors.joining());
    }
}
