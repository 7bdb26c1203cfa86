package dev.firstfill.api.audit;

import static dev.firstfill.api.testing.Requests.as;
import static dev.firstfill.api.testing.Requests.patientNamed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.Pharmacies;
import dev.firstfill.api.testing.RealStack;
import dev.firstfill.api.testing.Tokens;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** When the ledger takes no records, nobody sees or changes a patient's data, and everything else goes on. */
@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class LedgerBlockedTest {
    /** A second is promised on a machine of one's own; this one is shared. */
    private static final long ANSWER_MS_MAX = 3_000;

    private static final UUID PRIYA = UUID.fromString("00000000-0000-4000-8000-000000000002");

    private Tenant northgate;
    private LedgerTable ledger;
    private String vega;

    @BeforeEach
    void oneOfTheirOwn() {
        northgate = Pharmacies.another();
        ledger = new LedgerTable(northgate);
        vega = patientNamed(northgate, "Marisol", "Vega");
        register("kept").then().statusCode(201);
    }

    @Test
    void without_the_right_to_insert() {
        whileBlocked(
                "insert revoked",
                () -> ledger.asSuperuser("revoke insert on ledger from pharmacys_role"),
                () -> ledger.asSuperuser("grant insert on ledger to pharmacys_role"));
    }

    @Test
    void while_another_session_holds_it_locked() throws SQLException {
        try (var other = LedgerTable.superuser()) {
            whileBlocked("locked", () -> lock(other), () -> release(other));
        }
    }

    @Test
    void on_a_full_disk() {
        whileBlocked("disk full", () -> raising("53100"), this::raisingNoMore);
    }

    @Test
    void when_the_statement_takes_too_long() {
        whileBlocked("statement time-out", () -> raising("57014"), this::raisingNoMore);
    }

    private void whileBlocked(String how, Runnable block, Runnable unblock) {
        var before = everything();
        block.run();
        try {
            // Those who come one by one, then as many at once as a busy counter has.
            requests().forEach((what, request) -> assertRefused(how + ", " + what, request));
            var together = requests().entrySet().stream()
                    .map(request -> CompletableFuture.runAsync(
                            () -> assertRefused(how + ", together, " + request.getKey(), request.getValue())))
                    .toList();
            together.forEach(CompletableFuture::join);
            for (var path :
                    List.of("/q/health/live", "/q/health/ready", "/q/metrics", "/problems/ledger-unavailable")) {
                RestAssured.get(path).then().statusCode(200);
            }
        } finally {
            unblock.run();
        }
        assertThat(everything()).isEqualTo(before);

        requests().forEach((what, request) -> assertThat(request.get().statusCode())
                .as("%s, again", what)
                .isEqualTo(expected(what)));
    }

    private static void assertRefused(String what, Supplier<Response> request) {
        var since = System.nanoTime();
        var answer = request.get();
        var tookMs = (System.nanoTime() - since) / 1_000_000;

        System.out.printf("%-60s %d after %d ms%n", what, answer.statusCode(), tookMs);
        assertThat(answer.statusCode()).as(what + ": " + answer.asString()).isEqualTo(503);
        assertThat(answer.<String>path("code")).as(what).isEqualTo("ledger-unavailable");
        assertThat(answer.header("Retry-After")).as(what).isNotNull();
        assertThat(answer.asString()).doesNotContain("Vega", "Marisol");
        assertThat(tookMs).as(what).isLessThan(ANSWER_MS_MAX);
    }

    private Map<String, Supplier<Response>> requests() {
        var requests = new LinkedHashMap<String, Supplier<Response>>();
        requests.put("read", () -> priya().get("/v1/patients/" + vega));
        requests.put("list", () -> priya().get("/v1/patients"));
        requests.put("search", () -> priya().contentType("application/json")
                .body("{\"family\": \"Vega\"}")
                .post("/v1/patients/search"));
        requests.put(
                "register",
                () -> priya().contentType("application/json").body(RUIZ).post("/v1/patients"));
        requests.put("register once", () -> register(UUID.randomUUID().toString()));
        requests.put("replay", () -> register("kept"));
        requests.put("patch", () -> priya().contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body("{\"language\": \"es\"}")
                .patch("/v1/patients/" + vega));
        requests.put("stale change", () -> priya().contentType("application/json")
                .header("If-Match", "\"9\"")
                .body(RUIZ)
                .put("/v1/patients/" + vega));
        requests.put("of nobody", () -> priya().get("/v1/patients/" + UUID.randomUUID()));
        requests.put(
                "not allowed", () -> as(northgate, Role.TENANT_ADMINISTRATOR).get("/v1/patients"));
        return requests;
    }

    private static int expected(String what) {
        return switch (what) {
            case "register", "register once", "replay" -> 201;
            case "stale change" -> 412;
            case "of nobody" -> 404;
            case "not allowed" -> 403;
            default -> 200;
        };
    }

    private static final String RUIZ = """
            {"name": {"given": "Ana", "family": "Ruiz"}, "birthDate": "1970-01-02", "sex": "female"}
            """;

    private Response register(String key) {
        return priya().contentType("application/json")
                .header("Idempotency-Key", key)
                .body(RUIZ)
                .post("/v1/patients");
    }

    private RequestSpecification priya() {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.of(northgate, Role.CLINICAL_PHARMACIST, claims -> claims.put("sub", PRIYA.toString())));
    }

    private void raising(String sqlState) {
        ledger.asSuperuser("""
                create function %1$s.refuse() returns trigger language plpgsql as
                $$ begin raise exception 'no more' using errcode = '%2$s'; end $$;
                create trigger refuse before insert on ledger for each row execute function %1$s.refuse()
                """.formatted(northgate.schema(), sqlState));
    }

    private void raisingNoMore() {
        ledger.asSuperuser("drop trigger refuse on ledger; drop function %s.refuse()".formatted(northgate.schema()));
    }

    private void lock(Connection session) {
        try {
            session.setAutoCommit(false);
            session.createStatement().execute(ledger.placed("lock table ledger in access exclusive mode"));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void release(Connection session) {
        try {
            session.rollback();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /**
     * As a superuser sees it: looking would be recorded. Not the ledger itself: what waited for a lock when its caller
     * was told to come again may still be committed, and says more than was answered, never less.
     */
    private List<String> everything() {
        try (var superuser = LedgerTable.superuser();
                var statement = superuser.createStatement();
                var rows = statement.executeQuery("""
                        select (select coalesce(string_agg(p::text, ';' order by id), '') from %1$s.patient p)
                            || (select count(*) from %1$s.outbox_event)
                            || (select count(*) from %1$s.idempotency_key)
                        """.formatted(northgate.schema()))) {
            rows.next();
            return List.of(rows.getString(1));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
