package dev.firstfill.bench.platform;

import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.Tokens;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantId;
import dev.firstfill.tenancy.catalogue.TenantLimits;
import dev.firstfill.tenancy.catalogue.TenantState;
import io.vertx.core.json.JsonObject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A pharmacy whose quotas are as high as they go.
 *
 * @param token of a manager, good for a day
 */
public record Pharmacy(Tenant tenant, String token) {
    private static final Duration TOKEN_LIFE = Duration.ofHours(24);
    private static final int TELL_EVERY = 50;

    /** The whole way, Keycloak's organisation included, as an operator does it. */
    public static Pharmacy open(Platform platform, Api api) throws Exception {
        var slug = "bench-" + UUID.randomUUID().toString().substring(0, 8);
        api.post("/v1/tenants", Tokens.ofOperator(), """
                {"slug": "%s", "name": "Bench", "timeZone": "America/New_York", "sandbox": false}
                """.formatted(slug));
        api.send("PUT", "/v1/tenants/" + slug + "/limits", Tokens.ofOperator(), """
                {"requestsPerMinute": %d, "concurrentActs": %d}
                """.formatted(
                        TenantLimits.REQUESTS_MAX, TenantLimits.ACTS_MAX));
        return of(tenant(platform, slug));
    }

    public static List<Pharmacy> open(Platform platform, Api api, int count) throws Exception {
        var opened = new ArrayList<Pharmacy>();
        platform.setting().say("Opening %,d pharmacies", count);
        long began = System.nanoTime();
        while (opened.size() < count) {
            opened.add(open(platform, api));
            if (opened.size() % TELL_EVERY == 0 && opened.size() < count) {
                double seconds = (System.nanoTime() - began) / 1e9;
                platform.setting()
                        .say(
                                "  %,d of %,d, about %.0f s more",
                                opened.size(), count, seconds / opened.size() * (count - opened.size()));
            }
        }
        return opened;
    }

    public static Pharmacy of(Tenant tenant) {
        return new Pharmacy(tenant, tokenOf(tenant, Role.PHARMACY_MANAGER));
    }

    public static String tokenOf(Tenant tenant, Role role) {
        return Tokens.of(
                tenant,
                role,
                claims -> claims.put("exp", Instant.now().plus(TOKEN_LIFE).getEpochSecond()));
    }

    private static Tenant tenant(Platform platform, String slug) throws SQLException {
        try (var connection = platform.connect();
                var query = connection.prepareStatement("select id, organisation from control.tenant where slug = ?")) {
            query.setString(1, slug);
            try (var row = query.executeQuery()) {
                row.next();
                return new Tenant(
                        new TenantId(row.getObject(1, UUID.class)),
                        slug,
                        "Bench",
                        TenantState.ACTIVE,
                        row.getString(2),
                        1,
                        "main",
                        true,
                        ZoneId.of("America/New_York"),
                        TenantLimits.USUAL,
                        0);
            }
        }
    }

    public String schema() {
        return tenant.schema();
    }

    /** Registers Marisol Vega, and returns her id. */
    public UUID register(Api api) throws Exception {
        return UUID.fromString(new JsonObject(api.post("/v1/patients", token, Patients.MARISOL)).getString("id"));
    }
}
