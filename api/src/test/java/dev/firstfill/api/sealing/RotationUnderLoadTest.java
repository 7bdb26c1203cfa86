package dev.firstfill.api.sealing;

import static dev.firstfill.api.testing.Requests.as;
import static dev.firstfill.api.testing.Requests.patientNamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.Pharmacies;
import dev.firstfill.api.testing.RealStack;
import dev.firstfill.api.testing.Tables;
import dev.firstfill.tenancy.catalogue.Catalogue;
import dev.firstfill.tenancy.catalogue.Login;
import dev.firstfill.tenancy.catalogue.LoginPools;
import dev.firstfill.tenancy.catalogue.Nodes;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.migration.TenantSchemas;
import dev.firstfill.tenancy.sealing.KeyRotation;
import dev.firstfill.tenancy.sealing.TenantKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** People read, register and change patients over HTTP while the pharmacy's key is rotated, again and again. */
@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RotationUnderLoadTest {
    private static final int WORKERS = 4;
    private static final int ROTATIONS = 2;
    private static final int PATIENTS_BEFORE = 250;
    private static final Duration LONGEST_ROTATION = Duration.ofMinutes(2);

    @Inject
    Catalogue catalogue;

    @Inject
    TenantKeys keys;

    @Inject
    TenantSchemas schemas;

    @Inject
    Nodes nodes;

    @Inject
    Vertx vertx;

    @ConfigProperty(name = "firstfill.db.app-password")
    String appPassword;

    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicIntegerArray rounds = new AtomicIntegerArray(WORKERS);
    private final ConcurrentLinkedQueue<String> registered = new ConcurrentLinkedQueue<>();

    @Test
    void no_read_and_no_write_is_lost() throws Exception {
        var pharmacy = Pharmacies.another();
        for (int number = 0; number < PATIENTS_BEFORE; number++) {
            registered.add(patientNamed(pharmacy, "Before", "Vega"));
        }
        try (var threads = Executors.newFixedThreadPool(WORKERS)) {
            List<Future<?>> workers = IntStream.range(0, WORKERS)
                    .<Future<?>>mapToObj(worker -> threads.submit(() -> work(pharmacy, worker)))
                    .toList();
            try {
                for (int rotation = 0; rotation < ROTATIONS; rotation++) {
                    rotate(pharmacy, workers);
                }
            } finally {
                over.set(true);
            }
            for (var worker : workers) {
                worker.get();
            }
        }

        for (var id : registered) {
            as(pharmacy, Role.BILLER)
                    .get("/v1/patients/" + id)
                    .then()
                    .statusCode(200)
                    .body("name.family", equalTo("Vega"));
        }
        var underHowManyKeys = Tables.of(pharmacy)
                .row("select count(distinct substring(wrapped from 1 for 5)) as keys from pharmacy.patient_key");
        assertThat(underHowManyKeys).containsEntry("keys", 1L);
        assertThat(registered.size()).isGreaterThan(PATIENTS_BEFORE);
    }

    /** Each round: register, read back, change, read back, and read one of those from before. */
    private void work(Tenant pharmacy, int worker) {
        var before = List.copyOf(registered);
        while (!over.get()) {
            var id = patientNamed(pharmacy, "During", "Vega");
            as(pharmacy, Role.BILLER).get("/v1/patients/" + id).then().statusCode(200);
            as(pharmacy, Role.INTAKE_COORDINATOR)
                    .contentType("application/merge-patch+json")
                    .header("If-Match", "\"1\"")
                    .header("Idempotency-Key", "amend-" + id)
                    .body("{\"language\": \"es\"}")
                    .patch("/v1/patients/" + id)
                    .then()
                    .statusCode(200);
            as(pharmacy, Role.BILLER)
                    .get("/v1/patients/" + id)
                    .then()
                    .statusCode(200)
                    .body("language", equalTo("es"));
            int round = rounds.incrementAndGet(worker);
            as(pharmacy, Role.BILLER)
                    .get("/v1/patients/" + before.get((round * WORKERS + worker) % before.size()))
                    .then()
                    .statusCode(200);
            registered.add(id);
        }
    }

    private void rotate(Tenant pharmacy, List<Future<?>> workers) {
        var app = new LoginPools(vertx, nodes, Login.app(appPassword), 2);
        try {
            new KeyRotation(app, keys, schemas, time -> everybodyHasNoticed(workers))
                    .rotate(pharmacy, step -> {})
                    .await()
                    .atMost(LONGEST_ROTATION);
        } finally {
            app.close().await().atMost(LONGEST_ROTATION);
        }
    }

    /** The one replica looks at the catalogue, and whoever had begun before ends two rounds later at the latest. */
    private Uni<Void> everybodyHasNoticed(List<Future<?>> workers) {
        return catalogue.refresh().emitOn(Infrastructure.getDefaultWorkerPool()).invoke(() -> {
            var seen = IntStream.range(0, WORKERS).map(rounds::get).toArray();
            Awaitility.await().atMost(LONGEST_ROTATION).until(() -> IntStream.range(0, WORKERS)
                    .allMatch(worker -> workers.get(worker).isDone() || rounds.get(worker) >= seen[worker] + 2));
        });
    }
}
