package dev.firstfill.api.attack;

import static dev.firstfill.api.attack.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.api.attack.AttackList.Target;
import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.Pharmacies;
import dev.firstfill.api.testing.RealStack;
import dev.firstfill.api.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class OtherPharmacyTest {

    /** Every pharmacy has a first version of its settings: that number names no other's. */
    private static final Set<String> COUNTED_IN_EACH = Set.of("getWorkflowSettingsVersion");

    static List<String> onOneThing() {
        return AttackList.ALL.stream()
                .filter(target -> target.caller() != Role.PLATFORM_OPERATOR
                        && target.operation().permission().isPresent()
                        && target.operation().hasPathParameter()
                        && !COUNTED_IN_EACH.contains(target.id()))
                .map(Target::id)
                .toList();
    }

    static List<String> ofPharmacies() {
        return AttackList.ALL.stream()
                .filter(target -> target.caller() != Role.PLATFORM_OPERATOR
                        && target.operation().permission().isPresent())
                .map(Target::id)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("onOneThing")
    void what_belongs_to_another_pharmacy_is_not_there(String id) {
        var target = AttackList.target(id);
        var theirs = Scene.theirs().good(target);
        var before = Scene.theirs().everything();

        var answer = Wire.send(theirs.bearer(Scene.ours().token(target.caller())));

        assertRefused(theirs, answer, 404);
        assertThat(answer.code()).endsWith("-not-found");
        assertThat(Scene.theirs().everything()).as(id).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("onOneThing")
    void what_was_never_there_is_answered_in_the_same_words(String id) {
        var target = AttackList.target(id);
        var theirs = Scene.theirs().good(target);
        var token = Scene.ours().token(target.caller());
        var nowhere =
                theirs.target(theirs.target().replaceFirst("[0-9a-f-]{36}", "01890000-0000-7000-8000-000000000000"));

        var other = Wire.send(theirs.bearer(token));
        var never = Wire.send(nowhere.bearer(token));

        assertThat(never.body().replaceFirst("\"traceId\":\"[^\"]*\"", ""))
                .isEqualTo(other.body().replaceFirst("\"traceId\":\"[^\"]*\"", ""));
    }

    @ParameterizedTest
    @MethodSource("ofPharmacies")
    void a_suspended_pharmacy_is_served_nothing_and_everything_again_after_resuming(String id) {
        var target = AttackList.target(id);
        var scene = Scene.suspendable(target);
        var request = scene.fresh(target);

        scene.suspend();
        var suspended = Wire.send(request);
        scene.resume();
        var resumed = Wire.send(request);

        assertRefused(request, suspended, 403);
        assertThat(suspended.code()).isEqualTo("pharmacy-suspended");
        assertThat(resumed.succeeded()).as("%s: %s", id, resumed).isTrue();
    }

    @Test
    void a_cursor_of_another_pharmacy_leads_nowhere() {
        var ours = Pharmacies.northgate();
        var theirs = Pharmacies.southbank();
        var cursor = TwoPages.nextCursor(ours, "/v1/patients");

        assertRefused(Request.to("GET", "/v1/patients?cursor=" + cursor).bearer(Tokens.of(theirs, Role.BILLER)), 400);
    }
}
