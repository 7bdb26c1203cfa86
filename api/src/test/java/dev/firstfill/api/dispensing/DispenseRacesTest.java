package dev.firstfill.api.dispensing;

import static dev.firstfill.api.dispensing.Colleague.ANA;
import static dev.firstfill.api.dispensing.Colleague.CLARA;
import static dev.firstfill.api.dispensing.Colleague.MAYA;
import static dev.firstfill.api.dispensing.Colleague.THEO;
import static dev.firstfill.api.dispensing.Day.FIRST_TO_EXPIRE;
import static dev.firstfill.api.dispensing.Day.FULL;
import static dev.firstfill.api.dispensing.Day.TRACKING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.firstfill.api.testing.RealStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Of many who want the same at once, one gets it, and the shelf agrees with its books. */
@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DispenseRacesTest {
    private static final int MANY = 12;

    private Day day;

    @BeforeEach
    void open() {
        day = new Day(2);
        day.assessed();
    }

    @Test
    void the_last_refill_is_taken_once() {
        var prescription = day.prescription(1);
        day.shipped(prescription);

        var answers = atOnce(attempt -> day.post(THEO, "/v1/dispenses", FULL.formatted(prescription)));

        assertOneWins(answers, 201);
        day.get(ANA, "/v1/prescriptions/" + prescription)
                .body("fillsTaken", equalTo(2))
                .body("fillsRemaining", equalTo(0));
        day.get(ANA, "/v1/dispenses?prescription=" + prescription).body("items", hasSize(2));
    }

    @Test
    void the_last_package_is_set_aside_for_one_patient() {
        day.post(MAYA, "/v1/recalls", """
                {"drug": "0074-0554-02", "lotNumbers": ["HX5520C"], "recallClass": "II", "depth": "patient",
                 "reference": "D-0412-2026"}
                """).then().statusCode(201);
        var queued = IntStream.range(0, MANY)
                .mapToObj(number -> day.queued(day.prescription(0)))
                .toList();

        var answers = atOnce(attempt -> day.post(THEO, queued.get(attempt) + "/fill", FIRST_TO_EXPIRE));

        assertOneWins(answers, 200);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 409)
                .allSatisfy(answer -> assertThat(answer.<String>path("code")).isEqualTo("insufficient-stock"));
        assertThat(day.shelf()).containsExactly("HX4471A available 2/2", "HX5520C recalled 10/0");
        day.get(ANA, "/v1/dispenses?state=filled").body("items", hasSize(1));
        day.get(ANA, "/v1/dispenses?state=queued").body("items", hasSize(MANY - 1));
    }

    @Test
    void of_two_pharmacists_one_verifies() {
        var dispense = day.filled(day.prescription(0));

        var answers = atOnce(attempt -> day.post(attempt % 2 == 0 ? ANA : CLARA, dispense + "/verification"));

        assertOneWins(answers, 200);
        assertThat(happened(dispense, "verified")).isEqualTo(1);
    }

    @Test
    void a_box_leaves_the_shelf_once() {
        var dispense = day.filled(day.prescription(0));
        day.post(ANA, dispense + "/verification").then().statusCode(200);
        day.post(THEO, dispense + "/packing").then().statusCode(200);

        var answers = atOnce(attempt -> day.post(THEO, dispense + "/shipment", TRACKING));

        assertOneWins(answers, 200);
        assertThat(day.shelf()).containsExactly("HX4471A available 0/0", "HX5520C available 10/0");
        assertThat(happened(dispense, "shipped")).isEqualTo(1);
    }

    @Test
    void what_is_shipped_and_cancelled_at_once_is_one_of_them() {
        var prescription = day.prescription(0);
        var dispense = day.filled(prescription);
        day.post(ANA, dispense + "/verification").then().statusCode(200);
        day.post(THEO, dispense + "/packing").then().statusCode(200);

        var answers = atOnce(attempt -> attempt % 2 == 0
                ? day.post(THEO, dispense + "/shipment", TRACKING)
                : day.post(THEO, dispense + "/cancellation", "{\"reason\": \"patient-declined\"}"));

        assertOneWins(answers, 200);
        boolean left = day.get(THEO, dispense).extract().path("state").equals("shipped");
        assertThat(day.shelf())
                .containsExactly(left ? "HX4471A available 0/0" : "HX4471A available 2/0", "HX5520C available 10/0");
        day.get(ANA, "/v1/prescriptions/" + prescription).body("fillsTaken", equalTo(left ? 1 : 0));
    }

    private long happened(String dispense, String kind) {
        List<String> kinds = day.get(THEO, dispense + "/events").extract().path("items.kind");
        return kinds.stream().filter(kind::equals).count();
    }

    private static void assertOneWins(List<Response> answers, int status) {
        assertThat(answers).filteredOn(answer -> answer.statusCode() == status).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 409).hasSize(MANY - 1);
    }

    /** All wait for each other, and then ask. */
    private static List<Response> atOnce(IntFunction<Response> request) {
        var together = new CountDownLatch(MANY);
        try (var threads = Executors.newFixedThreadPool(MANY)) {
            var asked = IntStream.range(0, MANY)
                    .mapToObj(attempt -> CompletableFuture.supplyAsync(
                            () -> {
                                together.countDown();
                                await(together);
                                return answered(request, attempt);
                            },
                            threads))
                    .toList();
            return asked.stream().map(CompletableFuture::join).toList();
        }
    }

    /** Whoever waited too long behind the others is told to come again, and does. */
    private static Response answered(IntFunction<Response> request, int attempt) {
        var answer = request.apply(attempt);
        for (int again = 0; answer.statusCode() == 503 && again < MANY; again++) {
            answer = request.apply(attempt);
        }
        return answer;
    }

    private static void await(CountDownLatch together) {
        try {
            together.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }
}
