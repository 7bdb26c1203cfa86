package dev.firstfill.api.reports;

import static dev.firstfill.api.testing.Requests.as;
import static dev.firstfill.api.testing.Requests.patientNamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.Ordered;
import dev.firstfill.api.testing.Pharmacies;
import dev.firstfill.api.testing.RealStack;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportResourceTest {
    private static final String CSV = "text/csv";
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private Tenant pharmacy;
    private String marisol;
    private String prescription;

    @BeforeEach
    void aPrescriptionThatNobodyFilled() {
        pharmacy = Pharmacies.another();
        marisol = patientNamed(pharmacy, "Marisol", "Vega");
        Ordered.stock(pharmacy, "none");
        prescription = Ordered.active(pharmacy, marisol);
    }

    @Test
    void a_fill_that_is_due_names_its_patient_by_number_alone() {
        var answer = report("fills-due")
                .body("timeZone", equalTo("America/New_York"))
                .body("asOf", notNullValue())
                .body("truncated", equalTo(false))
                .body("rows.prescription", contains("RX1001"))
                .body("rows.patient", contains("P1001"))
                .body("rows.ndc", contains("00074-0554-02"))
                .body("rows.drug", contains("Adalimumab Pen"))
                .body("rows.dueOn", contains(Ordered.YESTERDAY.toString()))
                .extract()
                .asString();

        assertThat(answer).doesNotContain("Marisol", "Vega", marisol);
    }

    @Test
    void spreadsheets_get_a_file_with_the_same_rows() {
        long overdue = ChronoUnit.DAYS.between(Ordered.YESTERDAY, LocalDate.now(NEW_YORK));

        var answer = sheet("fills-due")
                .header("Content-Type", equalTo("text/csv;charset=UTF-8"))
                .header("Content-Disposition", equalTo("attachment; filename=\"fills-due.csv\""))
                .header("Report-As-Of", notNullValue())
                .header("Report-Truncated", equalTo("false"));

        assertThat(answer.extract().asString())
                .isEqualTo("prescription,patient,ndc,drug,dueOn,daysOverdue,dispense,dispenseState\r\n"
                        + "RX1001,P1001,00074-0554-02,Adalimumab Pen,%s,%d,,\r\n"
                                .formatted(Ordered.YESTERDAY, overdue));
    }

    @Test
    void a_name_that_looks_like_a_formula_is_none_in_the_file() {
        drugIsCalled("=HYPERLINK(\\\"http://example.org\\\")");

        assertThat(sheet("fills-due").extract().asString()).contains(",\"'=HYPERLINK(\"\"http://example.org\"\")\",");
        report("fills-due").body("rows.drug", contains("=HYPERLINK(\"http://example.org\")"));
    }

    @Test
    void approvals_that_end_soon_are_told() {
        var today = LocalDate.now(NEW_YORK);
        var ending = authorised(today.plusDays(30));

        report("authorisations-expiring?within=P31D")
                .body("rows.authorisation", contains(ending))
                .body("rows.patient", contains("P1001"))
                .body("rows.validUntil", contains(today.plusDays(30).toString()))
                .body("rows.quantity", contains(26));
        assertThat(sheet("authorisations-expiring?within=P31D").extract().asString())
                .startsWith("authorisation,patient,ndc,drug,validUntil,daysLeft,quantity\r\n" + ending + ",P1001,")
                .endsWith(",26\r\n");
        report("authorisations-expiring?within=P28D").body("rows", empty());
    }

    @Test
    void the_log_of_today_has_what_happened_today_and_that_of_tomorrow_nothing() {
        String number = as(pharmacy, Role.DISPENSING_PHARMACIST)
                .contentType("application/json")
                .body("{\"prescription\": \"%s\", \"part\": \"full\"}".formatted(prescription))
                .post("/v1/dispenses")
                .then()
                .statusCode(201)
                .extract()
                .path("number");

        report("daily-log")
                .body("rows.dispense", contains(number))
                .body("rows.kind", contains("queued"))
                .body("rows.prescription", contains("RX1001"))
                .body("rows.fillNumber", contains(0))
                .body("rows.quantity", contains(2));
        assertThat(sheet("daily-log").extract().asString())
                .startsWith("at,kind,by,dispense,prescription,fillNumber,ndc,drug,schedule,quantity,lots\r\n")
                .contains(",queued,")
                .endsWith("," + number + ",RX1001,0,00074-0554-02,Adalimumab Pen,none,2,\r\n");
        report("daily-log?on=" + LocalDate.now(NEW_YORK).plusDays(2)).body("rows", empty());
        report("fills-due").body("rows.dispense", contains(number)).body("rows.dispenseState", contains("queued"));
    }

    @Test
    void shelves_and_recalls_that_are_empty_are_reports_too() {
        for (var breakdown : new String[] {"drug", "ownership", "expiry"}) {
            report("stock-on-hand?groupBy=" + breakdown).body("rows", empty());
        }
        report("recalls-open").body("rows", empty());
        assertThat(sheet("recalls-open").extract().asString())
                .isEqualTo("reference,class,depth,ndc,drug,lots,openedAt,held,dispensesSent,dispensesInHouse\r\n");
        assertThat(sheet("stock-on-hand").extract().asString())
                .isEqualTo("ndc,drug,unit,ownership,owner,expiresOn,lots,onHand,free,reserved,blocked,expired\r\n");
    }

    @Test
    void another_pharmacy_has_reports_of_its_own() {
        authorised(LocalDate.now(NEW_YORK).plusDays(5));
        var other = Pharmacies.another();

        for (var name :
                new String[] {"fills-due", "authorisations-expiring", "stock-on-hand", "daily-log", "recalls-open"}) {
            as(other, Role.PHARMACY_MANAGER)
                    .get("/v1/reports/" + name)
                    .then()
                    .statusCode(200)
                    .body("rows", empty());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fills-due?within=P1M, invalid-parameter",
        "fills-due?within=7, invalid-parameter",
        "fills-due?lead=P367D, invalid-parameter",
        "fills-due?patient=P1001, invalid-parameter",
        "stock-on-hand?groupBy=lot, invalid-parameter",
        "daily-log?on=today, invalid-parameter",
        "daily-log?cursor=abc, invalid-cursor"
    })
    void what_cannot_be_asked_is_refused(String query, String code) {
        as(pharmacy, Role.BILLER)
                .get("/v1/reports/" + query)
                .then()
                .statusCode(400)
                .body("code", equalTo(code));
    }

    @Test
    void a_report_is_json_or_csv_and_nothing_else() {
        as(pharmacy, Role.BILLER)
                .accept("application/pdf")
                .get("/v1/reports/fills-due")
                .then()
                .statusCode(406);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fills-due", "authorisations-expiring"})
    void the_ledger_knows_whose_rows_were_seen(String name) {
        authorised(LocalDate.now(NEW_YORK).plusDays(5));

        sheet(name);

        as(pharmacy, Role.PRIVACY_OFFICER)
                .get("/v1/audit-records?patient=" + marisol)
                .then()
                .statusCode(200)
                .body("items.act", hasItem("read %s-report".formatted(name)));
    }

    private ValidatableResponse report(String name) {
        return as(pharmacy, Role.BILLER)
                .get("/v1/reports/" + name)
                .then()
                .statusCode(200)
                .contentType("application/json");
    }

    private ValidatableResponse sheet(String name) {
        return as(pharmacy, Role.BILLER)
                .accept(CSV)
                .get("/v1/reports/" + name)
                .then()
                .statusCode(200);
    }

    private void drugIsCalled(String name) {
        as(pharmacy, Role.PHARMACY_MANAGER)
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body("{\"name\": \"%s\"}".formatted(name))
                .patch("/v1/drugs/0074-0554-02")
                .then()
                .statusCode(200);
    }

    private String authorised(LocalDate until) {
        return as(pharmacy, Role.PA_SPECIALIST)
                .contentType("application/json")
                .body("""
                        {"patient": "%s", "drug": "0074-0554-02", "state": "approved", "payer": "Aetna",
                         "number": "PA-2026-55120", "validFrom": "%s", "validUntil": "%s", "quantity": 26}
                        """.formatted(marisol, until.minusYears(1), until))
                .post("/v1/prior-authorisations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
