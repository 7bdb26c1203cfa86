package dev.firstfill.api.testing;

import static dev.firstfill.api.testing.Requests.as;

import dev.firstfill.api.security.Role;
import dev.firstfill.claims.BilledSupply;
import dev.firstfill.claims.Claim;
import dev.firstfill.claims.ClaimBook;
import dev.firstfill.claims.ClaimFill;
import dev.firstfill.claims.ClaimRequest;
import dev.firstfill.claims.Payer;
import dev.firstfill.identifiers.Icd10Code;
import dev.firstfill.identifiers.Ndc;
import dev.firstfill.identifiers.Npi;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.patients.Coverage;
import dev.firstfill.patients.PatientId;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.routing.TenantContexts;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.spi.CDI;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Fills that were billed, by the door that other contexts bill by. */
public final class BilledFills {
    private static final Duration WAIT_MAX = Duration.ofSeconds(60);
    private static final Colleague BILLER = new Colleague("biller-id", "omar.northgate");

    private BilledFills() {}

    /** @return the id of a new patient with a card of this member */
    public static String patientOf(Tenant pharmacy, String member) {
        return as(pharmacy, Role.INTAKE_COORDINATOR)
                .contentType("application/json")
                .body("""
                        {"name": {"given": "Marisol", "family": "Vega"}, "birthDate": "1961-04-12", "sex": "female",
                         "coverages": [{"order": "primary", "benefit": "pharmacy", "payer": "Aetna",
                                        "memberId": "%s", "bin": "610502", "pcn": "MEDDAET", "group": "RX1234"}]}
                        """.formatted(member))
                .post("/v1/patients")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Bills 642.00 for a fill of the patient's. */
    public static Uni<Claim> bill(Tenant pharmacy, String patient, UUID dispense) {
        var request = new ClaimRequest(
                new ClaimFill(dispense, UUID.fromString("01990000-0000-7000-8000-0000000000aa"), "RX1001", 0),
                new PatientId(UUID.fromString(patient)),
                Ndc.parse("0074-0554-02"),
                Npi.parse("1234567893"),
                List.of(Icd10Code.parse("M05.79")),
                Coverage.Benefit.PHARMACY,
                LocalDate.of(2026, 3, 2),
                BilledSupply.full(new BigDecimal("2"), 28),
                0,
                new BigDecimal("642.00"),
                BILLER,
                Instant.parse("2026-03-02T15:04:05Z"));
        return in(pharmacy, () -> bean(Transactions.class)
                .write(Act.of("bill", "dispense"), desk -> new ClaimBook(desk.session(), desk.seals(), desk.journal())
                        .submit(request, bean(Payer.class))));
    }

    /** @return the id of a claim of a new patient with a card of this member */
    public static String billed(Tenant pharmacy, String member) {
        return done(bill(pharmacy, patientOf(pharmacy, member), UUID.randomUUID()))
                .id()
                .toString();
    }

    /** As a job of the platform's, which no request brought. */
    public static <T> Uni<T> in(Tenant pharmacy, java.util.function.Supplier<Uni<T>> work) {
        return new TenantContexts(bean(Vertx.class)).in(pharmacy, work);
    }

    public static <T> T bean(Class<T> type) {
        return CDI.current().select(type).get();
    }

    public static <T> T done(Uni<T> work) {
        return work.await().atMost(WAIT_MAX);
    }

    /** Waits until the claim is so, by its columns, which leaves no trace in the ledger. */
    public static void until(Tenant pharmacy, String claim, String condition) {
        var until = Instant.now().plus(WAIT_MAX);
        var sql = "select 1 from pharmacy.claim where id = ?::uuid and " + condition;
        while (Tables.of(pharmacy).rows(sql, claim).isEmpty()) {
            if (Instant.now().isAfter(until)) {
                throw new AssertionError("The claim did not come to be %s within %s: %s"
                        .formatted(
                                condition,
                                WAIT_MAX,
                                Tables.of(pharmacy)
                                        .rows("select state, failure from pharmacy.claim where id = ?::uuid", claim)));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    /** Waits until the payer has said whether it pays for the dispense. */
    public static void untilAnsweredFor(Tenant pharmacy, String dispense) {
        var claims =
                Tables.of(pharmacy).rows("select id::text from pharmacy.claim where dispense_id = ?::uuid", dispense);
        untilAnswered(pharmacy, claims.getFirst().get("id").toString());
    }

    /** Waits until every question has been asked at least once that need not wait for another. */
    public static void untilAllAreAsked(Tenant pharmacy) {
        var until = Instant.now().plus(WAIT_MAX);
        var unasked = """
                select 1 from pharmacy.outbox_event q
                where q.subject = 'payer-question' and q.state = 'waiting' and q.failure is null
                  and not exists (select 1 from pharmacy.outbox_event earlier
                                  where earlier.subject = q.subject and earlier.subject_id = q.subject_id
                                    and earlier.state <> 'delivered' and earlier.seq < q.seq)
                """;
        while (!Tables.of(pharmacy).rows(unasked).isEmpty()) {
            if (Instant.now().isAfter(until)) {
                throw new AssertionError("Questions were not asked within " + WAIT_MAX);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    /** Waits until the payer has said whether it pays. */
    public static void untilAnswered(Tenant pharmacy, String claim) {
        until(pharmacy, claim, "state in ('PAID', 'REJECTED')");
    }
}
