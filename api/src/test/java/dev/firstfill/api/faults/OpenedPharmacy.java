package dev.firstfill.api.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.api.testing.Tokens;
import dev.firstfill.local.LocalStack;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantId;
import dev.firstfill.tenancy.catalogue.TenantState;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.UUID;

/** A pharmacy that was opened through the program, as the catalogue knows it. */
final class OpenedPharmacy {
    private OpenedPharmacy() {}

    static Tenant at(Program program, LocalStack stack) throws SQLException {
        var slug = "faults-" + UUID.randomUUID().toString().substring(0, 8);
        var answer = program.post("/v1/tenants", Tokens.ofOperator(), """
                {"slug": "%s", "name": "Faults", "timeZone": "America/New_York", "sandbox": true}
                """.formatted(slug));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        try (var connection = stack.superuser().connect("firstfill");
                var query = connection.prepareStatement(
                        "select id, organisation, schema_version from control.tenant where slug = ?")) {
            query.setString(1, slug);
            try (var row = query.executeQuery()) {
                row.next();
                return new Tenant(
                        new TenantId(row.getObject(1, UUID.class)),
                        slug,
                        "Faults",
                        TenantState.ACTIVE,
                        row.getString(2),
                        row.getInt(3),
                        "main",
                        true,
                        ZoneId.of("America/New_York"),
                        0);
            }
        }
    }
}
