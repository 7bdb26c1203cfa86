package dev.firstfill.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.local.LocalStack;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantId;
import dev.firstfill.tenancy.catalogue.TenantLimits;
import dev.firstfill.tenancy.catalogue.TenantState;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Function;

/** A pharmacy that was opened by the operator's API, where a test has no part of the program at hand. */
public final class OpenedPharmacy {
    private OpenedPharmacy() {}

    /** @param operator posts a body to {@code /v1/tenants} */
    public static Tenant by(LocalStack stack, Function<String, HttpResponse<String>> operator) throws SQLException {
        var slug = "opened-" + UUID.randomUUID().toString().substring(0, 8);
        var answer = operator.apply("""
                {"slug": "%s", "name": "Opened", "timeZone": "America/New_York", "sandbox": true}
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
                        "Opened",
                        TenantState.ACTIVE,
                        row.getString(2),
                        row.getInt(3),
                        "main",
                        true,
                        ZoneId.of("America/New_York"),
                        TenantLimits.USUAL,
                        0);
            }
        }
    }
}
