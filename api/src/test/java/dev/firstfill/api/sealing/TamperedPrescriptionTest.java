package dev.firstfill.api.sealing;

import static dev.firstfill.api.testing.Requests.as;
import static dev.firstfill.api.testing.Requests.patientNamed;
import static org.hamcrest.Matchers.equalTo;

import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.Ordered;
import dev.firstfill.api.testing.Pharmacies;
import dev.firstfill.api.testing.RealStack;
import dev.firstfill.api.testing.Tables;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody moves what was written on one prescription of a patient to another of the same patient. */
@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class TamperedPrescriptionTest {
    private Tenant pharmacy;
    private String ours;
    private String other;

    @BeforeEach
    void twoPrescriptions() {
        pharmacy = Pharmacies.another();
        Ordered.stock(pharmacy, "none");
        var marisol = patientNamed(pharmacy, "Marisol", "Vega");
        ours = renewed(marisol);
        other = renewed(marisol);
    }

    @ParameterizedTest
    @CsvSource({
        "prescription, id, ''",
        "prescription_change, prescription_id, /changes",
        "renewal_request, prescription_id, /renewal-requests"
    })
    void what_was_written_is_shown_to_nobody_when_it_was_moved(String table, String key, String below) {
        Tables.of(pharmacy).run("""
                update pharmacy.%1$s set record = (select record from pharmacy.%1$s where %2$s = ? limit 1) where %2$s = ?
                """.formatted(table, key), UUID.fromString(other), UUID.fromString(ours));

        as(pharmacy, Role.BILLER)
                .get("/v1/prescriptions/" + ours + below)
                .then()
                .statusCode(500)
                .body("code", equalTo("sealed-value-broken"));
        as(pharmacy, Role.BILLER)
                .get("/v1/prescriptions/" + other + below)
                .then()
                .statusCode(200);
    }

    private String renewed(String patient) {
        var prescription = Ordered.active(pharmacy, patient);
        as(pharmacy, Role.INTAKE_COORDINATOR)
                .contentType("application/json")
                .body("{\"requestedBy\": \"patient\", \"note\": \"called\"}")
                .post("/v1/prescriptions/{id}/renewal-requests", prescription)
                .then()
                .statusCode(201);
        return prescription;
    }
}
