package dev.firstfill.api.testing;

import static dev.firstfill.api.testing.Requests.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.api.contract.ContractDocument;
import dev.firstfill.api.security.Role;
import dev.firstfill.tenancy.catalogue.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Prior authorisations of new patients for the drug of the contract's examples, on their way. */
public final class Authorised {
    private static final Duration WAIT_MAX = Duration.ofSeconds(60);
    private static final String LIST = "/v1/prior-authorisations";
    private static final String DRUG = "0074-0554-02";

    private Authorised() {}

    /** @return the id of one that the payer approved */
    public static String approved(Tenant pharmacy) {
        var patient = patient(pharmacy, TestPayer.memberWhom(""));
        return entered(pharmacy, """
                {"patient": "%s", "drug": "%s", "state": "approved", "payer": "Aetna", "number": "PA-2026-55120",
                 "validFrom": "2026-03-01", "validUntil": "2027-02-28", "quantity": 26}
                """.formatted(patient, DRUG));
    }

    /** @return the id of one to be submitted electronically */
    public static String prepared(Tenant pharmacy, String member) {
        return entered(pharmacy, """
                {"patient": "%s", "drug": "%s", "state": "prepared", "payer": "Aetna",
                 "request": {"payerKind": "commercial", "benefit": "pharmacy", "channel": "epa", "urgency": "standard",
                             "prescriber": "1234567893", "diagnoses": ["M05.79"], "quantity": 26, "daysSupply": 365}}
                """.formatted(patient(pharmacy, member), DRUG));
    }

    /** @return the id of one that an electronic payer has been asked for, and heard of once */
    public static String asked(Tenant pharmacy, String member) {
        var authorisation = submitted(pharmacy, member);
        BilledFills.untilAllAreAsked(pharmacy);
        return authorisation;
    }

    /** @return the id of one that an electronic payer will be asked for */
    public static String submitted(Tenant pharmacy, String member) {
        var authorisation = prepared(pharmacy, member);
        as(pharmacy, Role.PA_SPECIALIST)
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body("{}")
                .post(LIST + "/" + authorisation + "/submission")
                .then()
                .statusCode(200);
        return authorisation;
    }

    /** Waits until it is so, by its columns, which leaves no trace in the ledger. */
    public static void until(Tenant pharmacy, String authorisation, String condition) {
        var until = Instant.now().plus(WAIT_MAX);
        var sql = "select 1 from pharmacy.prior_authorisation where id = ?::uuid and " + condition;
        while (Tables.of(pharmacy).rows(sql, authorisation).isEmpty()) {
            if (Instant.now().isAfter(until)) {
                throw new AssertionError("It did not come to be %s within %s: %s"
                        .formatted(
                                condition,
                                WAIT_MAX,
                                Tables.of(pharmacy)
                                        .rows(
                                                "select state, failure, round from pharmacy.prior_authorisation"
                                                        + " where id = ?::uuid",
                                                authorisation)));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private static String patient(Tenant pharmacy, String member) {
        var drug = as(pharmacy, Role.PHARMACY_MANAGER)
                .contentType("application/json")
                .body(ContractDocument.operation("createDrug").bodyExample().toString())
                .post("/v1/drugs");
        assertThat(drug.statusCode()).isIn(201, 409);
        return BilledFills.patientOf(pharmacy, member);
    }

    private static String entered(Tenant pharmacy, String body) {
        return as(pharmacy, Role.PA_SPECIALIST)
                .contentType("application/json")
                .body(body)
                .post(LIST)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
