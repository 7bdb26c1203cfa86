package dev.firstfill.api.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.SoftAssertions;

/** What every refusal looks like, whoever gives it. */
final class Refused {
    /** A word that no message of ours contains; attacks put it into whatever an answer might repeat. */
    static final String MARK = "Zq7vx";

    private static final List<String> INSIDES = List.of(
            MARK,
            "firstfill.",
            "Exception",
            "java.",
            "jakarta.",
            "io.quarkus",
            "\tat ",
            "hibernate",
            "SQLSTATE",
            "select ");

    private Refused() {}

    static void assertRefused(Request request, Answer answer, Integer... statuses) {
        assertThat(answer.status()).as("%s%n%s", request, answer).isIn(Arrays.asList(statuses));
        assertThat(answer.header("x-request-id")).as("%s%n%s", request, answer).isNotEmpty();
        assertThat(answer.header("cache-control")).as("%s%n%s", request, answer).isEqualTo("no-store");
        if (request.verb().equals("HEAD")) {
            assertThat(answer.body()).isEmpty();
            return;
        }
        var problem = answer.json();
        var softly = new SoftAssertions();
        softly.assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        softly.assertThat(problem.path("status").asInt()).isEqualTo(answer.status());
        softly.assertThat(problem.path("code").asText()).matches("[a-z0-9-]+");
        softly.assertThat(problem.path("type").asText()).isEqualTo("/problems/" + answer.code());
        softly.assertThat(problem.path("title").asText()).isNotBlank();
        softly.assertThat(problem.path("traceId").asText()).isNotBlank();
        softly.assertThat(INSIDES).noneMatch(answer.body()::contains);
        if (!softly.wasSuccess()) {
            throw new AssertionError(request + "\n" + answer + "\n"
                    + softly.errorsCollected().getFirst().getMessage());
        }
    }

    static void assertRefused(Request request, Integer... statuses) {
        assertRefused(request, Wire.send(request), statuses);
    }
}
