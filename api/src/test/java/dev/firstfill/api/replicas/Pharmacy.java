package dev.firstfill.api.replicas;

import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.OpenedPharmacy;
import dev.firstfill.api.testing.Tokens;
import dev.firstfill.local.LocalStack;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.vertx.core.json.JsonObject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** A pharmacy that one test has for itself and that every replica knows. */
record Pharmacy(Tenant tenant, LocalStack stack) {
    static final String MARISOL = """
            {"name": {"given": "Marisol", "family": "Vega"}, "birthDate": "1961-04-12", "sex": "female"}
            """;

    /** @param replicas the first of which opens it */
    static Pharmacy opened(LocalStack stack, List<Replica> replicas) throws SQLException {
        var tenant = OpenedPharmacy.by(stack, body -> replicas.get(0).post("/v1/tenants", Tokens.ofOperator(), body));
        var pharmacy = new Pharmacy(tenant, stack);
        // By a client of its own, whose requests are counted apart.
        var looking = pharmacy.token(Role.PHARMACY_MANAGER, "looking");
        replicas.forEach(replica -> Awaitility.await()
                .atMost(Replica.LONG)
                .until(() -> replica.get("/v1/patients", looking).statusCode() == 200));
        return pharmacy;
    }

    String slug() {
        return tenant.slug();
    }

    String token(Role role) {
        return Tokens.of(tenant, role);
    }

    String token(Role role, String client) {
        return Tokens.of(tenant, role, claims -> claims.put("azp", client));
    }

    String registered(Replica replica) {
        var answer = replica.post("/v1/patients", token(Role.INTAKE_COORDINATOR), MARISOL);
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.body());
        }
        return new JsonObject(answer.body()).getString("id");
    }

    void byOperator(Replica replica, String method, String path, String body, int expected) {
        var answer = replica.send(method, "/v1/tenants/" + slug() + path, Tokens.ofOperator(), Map.of(), body);
        if (answer.statusCode() != expected) {
            throw new AssertionError(answer.body());
        }
    }

    /** The first column of what the superuser sees. @param sql with %s for the pharmacy's schema */
    List<String> column(String sql) throws SQLException {
        try (var connection = stack.superuser().connect("firstfill");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql.replace("%s", tenant.schema()))) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    void asSuperuser(String sql) throws SQLException {
        try (var connection = stack.superuser().connect("firstfill");
                var statement = connection.createStatement()) {
            statement.execute(
                    sql.replace("%s", tenant.schema()).replace("%t", tenant.id().toString()));
        }
    }
}
