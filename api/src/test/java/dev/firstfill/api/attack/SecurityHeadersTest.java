package dev.firstfill.api.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.api.testing.RealStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SecurityHeadersTest {

    @Test
    void every_answer_tells_browsers_to_keep_guess_and_share_nothing() {
        var me = Scene.ours().good(AttackList.target("getMe"));
        var create = Scene.ours().fresh(AttackList.target("createPatient"));
        var answers = Map.ofEntries(
                Map.entry(200, me),
                Map.entry(201, create),
                Map.entry(400, me.target("/v1/%2e%2e/me")),
                Map.entry(401, me.without("Authorization")),
                Map.entry(404, me.target("/nowhere")),
                Map.entry(405, me.verb("DELETE")),
                Map.entry(406, me.header("Accept", "text/html")),
                Map.entry(413, create.body(new byte[300_000])),
                Map.entry(415, create.header("Content-Type", "text/plain")));

        answers.forEach((status, request) -> {
            var answer = Wire.send(request);

            assertThat(answer.status()).as("%s", request).isEqualTo(status);
            assertSafe(request, answer);
        });
    }

    @Test
    void so_do_the_operators_pages_and_a_body_that_did_not_say_how_long_it_is() {
        var create = Scene.ours().fresh(AttackList.target("createPatient"));

        for (var path : new String[] {"/q/health", "/q/metrics", "/q/openapi", "/problems/not-found", "/q/nothing"}) {
            var request = Request.to("GET", path);
            assertSafe(request, Wire.send(request));
        }
        assertSafe(create, Wire.sendChunked(create.body(new byte[300_000])));
    }

    @Test
    void no_page_of_another_site_may_read_an_answer_unless_it_is_listed() {
        var request = Scene.ours().good(AttackList.target("getMe")).header("Origin", "https://evil.example");

        var simple = Wire.send(request);
        var preflight = Wire.send(request.verb("OPTIONS").header("Access-Control-Request-Method", "GET"));

        assertThat(simple.headers().keySet()).noneMatch(name -> name.startsWith("access-control-"));
        assertThat(preflight.headers().keySet()).noneMatch(name -> name.startsWith("access-control-"));
    }

    private static void assertSafe(Request request, Answer answer) {
        assertThat(answer.headers())
                .as("%s", request)
                .containsEntry("cache-control", "no-store")
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("content-security-policy", "default-src 'none'; frame-ancestors 'none'")
                .containsEntry("referrer-policy", "no-referrer")
                .containsEntry("cross-origin-resource-policy", "same-origin")
                .doesNotContainKey("strict-transport-security")
                .doesNotContainKey("server")
                .doesNotContainKey("x-powered-by");
    }
}
