package dev.firstfill.api.attack;

import static dev.firstfill.api.attack.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firstfill.api.attack.AttackList.Target;
import dev.firstfill.api.json.Ndjson;
import dev.firstfill.api.testing.RealStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class BodyAttackTest {
    /** As firstfill.http.body-max-bytes says. */
    private static final int BODY_MAX = 262_144;

    static List<String> withBody() {
        return AttackList.ALL.stream()
                .filter(target -> target.operation().hasBody())
                .map(Target::id)
                .toList();
    }

    /** Lines of an import are refused one by one, as ImportResourceTest says. */
    static List<String> withOneDocument() {
        return withBody().stream()
                .filter(id -> !AttackList.target(id).operation().bodyMediaType().equals(Ndjson.MEDIA_TYPE))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("withOneDocument")
    void what_is_no_json_object_is_refused(String id) {
        var good = Scene.ours().good(AttackList.target(id));
        var before = Scene.ours().everything();

        Volley.each(BrokenText.of(text(good)).entrySet(), broken -> {
            var request = good.body(broken.getValue());
            var answer = Wire.send(request);
            assertThat(answer.status())
                    .as("%s: %s: %s", id, broken.getKey(), answer)
                    .isEqualTo(400);
            assertRefused(request, answer, 400);
        });

        assertThat(Scene.ours().everything()).as(id).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("withOneDocument")
    void whatever_breaks_the_schema_in_one_place_is_refused(String id) throws IOException {
        var target = AttackList.target(id);
        var good = Scene.ours().good(target);
        var before = Scene.ours().everything();
        var example = (ObjectNode) new ObjectMapper().readTree(text(good));

        Volley.each(BrokenBodies.of(example, target.operation().bodySchema()), broken -> {
            var request = good.body(broken.body());
            var answer = Wire.send(request);
            assertThat(answer.status())
                    .as("%s: %s: %s", id, broken.what(), answer)
                    .isIn(400, 422);
            assertRefused(request, answer, 400, 422);
        });

        assertThat(Scene.ours().everything()).as(id).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("withBody")
    void a_body_over_the_limit_is_refused_however_it_comes(String id) {
        var good = Scene.ours().good(AttackList.target(id));
        var before = Scene.ours().everything();
        var large = good.body(text(good) + " ".repeat(BODY_MAX));
        var huge = good.body(text(good) + " ".repeat(20 * BODY_MAX));

        assertRefused(large, 413);
        assertRefused(huge, 413);
        assertRefused(large, Wire.sendChunked(large), 413);
        assertRefused(huge, Wire.sendChunked(huge), 413);
        // It says that much more will come, and waits.
        assertRefused(good.header("Content-Length", "99999999999"), 413);

        assertThat(Scene.ours().everything()).as(id).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("withBody")
    void only_the_media_type_of_the_contract_is_read(String id) {
        var target = AttackList.target(id);
        var good = Scene.ours().good(target);
        var before = Scene.ours().everything();
        var other = target.operation().bodyMediaType().equals("application/json")
                ? "application/merge-patch+json"
                : "application/json";

        Volley.each(
                List.of("text/plain", "application/xml", "application/x-www-form-urlencoded", other),
                type -> assertRefused(good.header("Content-Type", type), 415));
        assertRefused(good.header("Content-Type", Refused.MARK), 400, 415);
        assertRefused(good.without("Content-Type"), 415);

        assertThat(Scene.ours().everything()).as(id).isEqualTo(before);
    }

    private static String text(Request request) {
        return new String(request.body().orElseThrow(), StandardCharsets.UTF_8);
    }
}
