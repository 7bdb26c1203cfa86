package dev.firstfill.api.isolation;

import static dev.firstfill.api.isolation.Shared.CUSTOM_FIELD;
import static dev.firstfill.api.isolation.Shared.DRUG;
import static dev.firstfill.api.isolation.Shared.PATIENT;
import static dev.firstfill.api.isolation.Shared.PRESCRIBER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.api.testing.RealStack;
import dev.firstfill.local.LocalStack;
import dev.firstfill.local.Superuser;
import dev.firstfill.tenancy.catalogue.Actor;
import dev.firstfill.tenancy.catalogue.NewTenant;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantLimits;
import dev.firstfill.tenancy.provisioning.Tenancies;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** 200 requests at once from 50 pharmacies over two connections, while people hang up and statements fail. */
@QuarkusTest
@TestProfile(TwoConnections.class)
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class HttpStormTest {
    /** Fifty in the storm, and one whose statements take too long. */
    private static final int PHARMACIES = 51;

    private static final int REQUESTS = 200;
    private static final int WAVES = 3;
    private static final Duration WAVE_MAX = Duration.ofSeconds(120);
    private static final Duration OPENING_MAX = Duration.ofSeconds(60);

    /** Printed, so that a storm that found something can be had again: -Dfirstfill.storm.seed=… */
    private static final long SEED = Long.getLong("firstfill.storm.seed", System.nanoTime());

    @Inject
    Tenancies tenancies;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Test
    void no_answer_ever_holds_anothers_values_and_afterwards_all_are_served() throws SQLException {
        System.out.println("Seed of the storm: " + SEED);
        var tenants = pharmacies();
        try (var storm = new HttpStorm(port, REQUESTS, tenants)) {
            all(tenants.stream().map(tenant -> prepared(storm, tenant)).toList());
            noNewDrugsIn(tenants.getFirst());
            var random = new Random(SEED);

            try (var locked = customFieldsLockedOf(tenants.getLast())) {
                for (int wave = 0; wave < WAVES; wave++) {
                    assertThat(wave(storm, tenants, random)).as("seed %d", SEED).isEmpty();
                }
                locked.rollback();
            }

            for (var tenant : tenants) {
                assertThat(found(storm, tenant)).as("of " + tenant.slug()).isEmpty();
            }
            assertThat(statesOfConnections())
                    .hasSizeLessThanOrEqualTo(TwoConnections.CONNECTIONS)
                    .containsOnly("idle");
        }
    }

    private List<Tenant> pharmacies() {
        var run = UUID.randomUUID().toString().substring(0, 8);
        return Uni.join()
                .all(IntStream.range(0, PHARMACIES)
                        .mapToObj(number -> opened("storm-%02d-%s".formatted(number, run)))
                        .toList())
                .usingConcurrencyOf(4)
                .andFailFast()
                .await()
                .atMost(OPENING_MAX);
    }

    /** What is tried here is who meets whose values, and not who waits for a turn. */
    private Uni<Tenant> opened(String slug) {
        var limits = new TenantLimits(TenantLimits.REQUESTS_MAX, TenantLimits.ACTS_MAX);
        return tenancies
                .provision(new NewTenant(slug, "Storm", zone(), true), new Actor("tests"))
                .chain(() -> tenancies.limit(slug, limits, new Actor("tests")));
    }

    private static ZoneId zone() {
        return ZoneId.of("America/Chicago");
    }

    /** One of each, under the names that all share. */
    private static Future<HttpStorm.Answer> prepared(HttpStorm storm, Tenant tenant) {
        var mark = storm.markOf(tenant);
        return storm.post(tenant, PATIENT.path, PATIENT.marked(mark))
                .compose(done -> storm.post(tenant, PRESCRIBER.path, PRESCRIBER.marked(mark)))
                .compose(done -> storm.post(tenant, CUSTOM_FIELD.path, CUSTOM_FIELD.marked(mark)));
    }

    /** Its statement then fails in PostgreSQL, in the middle of a transaction. */
    private static void noNewDrugsIn(Tenant tenant) throws SQLException {
        try (var connection = superuser();
                var statement = connection.createStatement()) {
            statement.execute("alter table %s.drug add constraint no_new_drugs check (version > 9) not valid"
                    .formatted(tenant.schema()));
        }
    }

    /** Whoever asks for them waits until PostgreSQL runs out of patience, and keeps a connection from the others. */
    private static Connection customFieldsLockedOf(Tenant tenant) throws SQLException {
        var connection = superuser();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("lock table %s.custom_field in access exclusive mode".formatted(tenant.schema()));
        }
        return connection;
    }

    private static List<String> wave(HttpStorm storm, List<Tenant> tenants, Random random) {
        var mistakes = new ArrayList<Future<List<String>>>();
        var locked = tenants.getLast();
        var waits = storm.sendOnce(locked, HttpMethod.GET, CUSTOM_FIELD.path, "", Map.of());
        mistakes.add(expect(storm, locked, 503, waits));
        while (mistakes.size() < REQUESTS) {
            var tenant = tenants.get(random.nextInt(tenants.size() - 1));
            mistakes.add(one(storm, tenant, tenants.getFirst(), random));
        }
        return all(mistakes).stream().flatMap(List::stream).toList();
    }

    private static Future<List<String>> one(HttpStorm storm, Tenant tenant, Tenant withoutDrugs, Random random) {
        var mark = storm.markOf(tenant);
        var patient = PATIENT.marked(mark);
        return switch (random.nextInt(24)) {
            case 0, 1, 2, 3 -> expect(storm, tenant, 201, storm.post(tenant, PATIENT.path, patient));
            case 4, 5, 6 -> expect(storm, tenant, 200, storm.get(tenant, PATIENT.path + "?limit=100"));
            case 7, 8 -> expect(storm, tenant, 200, storm.get(tenant, PATIENT.path + "/" + PATIENT.commonName));
            case 9, 10 -> expect(storm, tenant, 200, storm.get(tenant, PRESCRIBER.path + "/" + PRESCRIBER.commonName));
            case 11, 12 -> expect(storm, tenant, 200, storm.get(tenant, CUSTOM_FIELD.path));
            case 13, 14 ->
                expect(storm, tenant, 409, storm.post(tenant, PRESCRIBER.path, PRESCRIBER.marked("taken " + mark)));
            case 15 -> expect(storm, withoutDrugs, 500, storm.post(withoutDrugs, DRUG.path, DRUG.marked(mark)));
            case 16, 17 -> expect(storm, tenant, 412, stale(storm, tenant));
            case 18, 19 ->
                expect(storm, tenant, 0, storm.hangUp(tenant, HttpMethod.POST, PATIENT.path, patient, random));
            case 20, 21 -> expect(storm, tenant, 0, storm.hangUp(tenant, HttpMethod.GET, PATIENT.path, "", random));
            default -> expect(storm, tenant, 0, storm.hangUp(tenant, HttpMethod.GET, CUSTOM_FIELD.path, "", random));
        };
    }

    private static Future<HttpStorm.Answer> stale(HttpStorm storm, Tenant tenant) {
        return storm.send(
                tenant,
                HttpMethod.PUT,
                PATIENT.path + "/" + PATIENT.commonName,
                PATIENT.marked("stale " + storm.markOf(tenant)),
                Map.of("If-Match", "\"7\""));
    }

    private static Future<List<String>> expect(
            HttpStorm storm, Tenant tenant, int status, Future<HttpStorm.Answer> answer) {
        return answer.map(given -> {
            var mistakes = new ArrayList<>(storm.foreignIn(given, tenant));
            if (given.status() != status) {
                mistakes.add(
                        "%s got %d in place of %d: %s".formatted(tenant.slug(), given.status(), status, given.body()));
            }
            return mistakes;
        });
    }

    /** After the storm: its own and nobody else's, and nothing of what was refused. */
    private static List<String> found(HttpStorm storm, Tenant tenant) {
        return all(List.of(
                        expect(storm, tenant, 200, storm.get(tenant, PATIENT.path + "?limit=100")),
                        expect(storm, tenant, 200, storm.get(tenant, PRESCRIBER.path)),
                        nothingOf("stale", storm.get(tenant, PATIENT.path + "?limit=100")),
                        nothingOf("taken", storm.get(tenant, PRESCRIBER.path)),
                        nothingOf("qz", storm.get(tenant, DRUG.path))))
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static Future<List<String>> nothingOf(String refused, Future<HttpStorm.Answer> answer) {
        return answer.map(given -> given.body().contains(refused) ? List.of(given.body()) : List.of());
    }

    private static List<String> statesOfConnections() throws SQLException {
        try (var connection = superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select state from pg_stat_activity
                        where datname = current_database() and application_name = 'firstfill-api'
                        """)) {
            var states = new ArrayList<String>();
            while (rows.next()) {
                states.add(rows.getString(1));
            }
            return states;
        }
    }

    private static Connection superuser() throws SQLException {
        Superuser superuser = LocalStack.named("check").start().superuser();
        return superuser.connect("firstfill");
    }

    private static <T> List<T> all(List<Future<T>> answers) {
        return Uni.createFrom()
                .completionStage(Future.all(answers).toCompletionStage())
                .await()
                .atMost(WAVE_MAX)
                .<T>list();
    }
}
