package dev.firstfill.api.attack;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

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

    private static final Pattern CODE = Pattern.compile("[a-z0-9-]+");

    private Refused() {}

    static void assertRefused(Request request, Answer answer, Integer... statuses) {
        expect(
                Arrays.asList(statuses).contains(answer.status()),
                "a status of " + Arrays.asList(statuses),
                request,
                answer);
        expect(!answer.header("x-request-id").isEmpty(), "the request's id", request, answer);
        expect(answer.header("cache-control").equals("no-store"), "no place in caches", request, answer);
        if (request.verb().equals("HEAD")) {
            expect(answer.body().isEmpty(), "no body for HEAD", request, answer);
            return;
        }
        var problem = answer.json();
        var code = problem.path("code").asText();
        expect(answer.header("content-type").equals("application/problem+json"), "its type", request, answer);
        expect(problem.path("status").asInt() == answer.status(), "its status", request, answer);
        expect(CODE.matcher(code).matches(), "its code", request, answer);
        expect(problem.path("type").asText().equals("/problems/" + code), "its page", request, answer);
        expect(!problem.path("title").asText().isBlank(), "a title", request, answer);
        expect(!problem.path("traceId").asText().isBlank(), "a trace", request, answer);
        for (var inside : INSIDES) {
            expect(!answer.body().contains(inside), "nothing of our insides such as " + inside, request, answer);
        }
    }

    /** By hand, since hundreds of thousands of answers are looked at. */
    private static void expect(boolean holds, String what, Request request, Answer answer) {
        if (!holds) {
            throw new AssertionError("A refusal has %s.%n%s%n%s".formatted(what, request, answer));
        }
    }

    static void assertRefused(Request request, Integer... statuses) {
        assertRefused(request, Wire.send(request), statuses);
    }
}
