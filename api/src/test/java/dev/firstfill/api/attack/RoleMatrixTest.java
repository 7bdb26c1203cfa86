package dev.firstfill.api.attack;

import static dev.firstfill.api.attack.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.api.attack.AttackList.Target;
import dev.firstfill.api.contract.ContractDocument;
import dev.firstfill.api.contract.ContractOperation;
import dev.firstfill.api.security.Permission;
import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.RealStack;
import dev.firstfill.api.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every role against every operation of the contract, as the permission table has it. */
@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RoleMatrixTest {

    static List<String> secured() {
        return ContractDocument.operations().stream()
                .filter(operation -> operation.permission().isPresent())
                .map(ContractOperation::id)
                .toList();
    }

    static List<String> open() {
        return ContractDocument.operations().stream()
                .filter(operation -> operation.permission().isEmpty())
                .map(ContractOperation::id)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("secured")
    void whoever_the_table_does_not_name_is_refused_and_changes_nothing(String id) {
        var target = AttackList.target(id);
        var permission = permission(target);
        var good = Scene.ours().good(target);
        var before = Scene.ours().everything();
        var others = Arrays.stream(Role.values())
                .filter(role -> !permission.isGivenTo(role))
                .toList();

        Volley.each(others, role -> {
            var request = good.bearer(Scene.ours().token(role));
            var answer = Wire.send(request);
            assertThat(answer.status()).as("%s as %s: %s", id, role, answer).isEqualTo(403);
            assertRefused(request, answer, 403);
            assertThat(answer.code()).isEqualTo("permission-missing");
        });
        assertRefused(good.bearer(Scene.ours().token(others.toArray(Role[]::new))), 403);
        assertRefused(good.bearer(Scene.ours().token()), 403);

        assertThat(Scene.ours().everything()).as(id).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("secured")
    void whoever_the_table_names_gets_in(String id) {
        var target = AttackList.target(id);
        var harmless = harmless(target);

        var named = Arrays.stream(Role.values())
                .filter(permission(target)::isGivenTo)
                .toList();
        Volley.each(named, role -> {
            var answer = Wire.send(harmless.bearer(Scene.ours().token(role)));
            assertThat(answer.status())
                    .as("%s as %s: %s", id, role, answer)
                    .isNotIn(401, 403)
                    .isLessThan(500);
        });
    }

    @ParameterizedTest
    @MethodSource("secured")
    void a_role_nobody_defined_gives_nothing(String id) {
        var target = AttackList.target(id);
        var invented =
                JsonArray.of("superuser", "PHARMACY_MANAGER", "pharmacy-manager ", "", 7, JsonArray.of("biller"));
        var claims = Tokens.claims(Scene.ours().pharmacy());
        claims.getJsonObject("organization")
                .getJsonObject(Scene.ours().pharmacy().slug())
                .getJsonObject("resource_access")
                .getJsonObject("firstfill-api")
                .put("roles", invented);

        assertRefused(Scene.ours().good(target).bearer(Tokens.signed(claims)), 403);
    }

    @ParameterizedTest
    @MethodSource("open")
    void what_is_for_everybody_is_for_nobody_in_particular_too(String id) {
        var request = Scene.ours().good(AttackList.target(id));

        assertThat(Wire.send(request.without("Authorization")).status()).as(id).isEqualTo(200);
    }

    private static Permission permission(Target target) {
        return Permission.named(target.operation().permission().orElseThrow()).orElseThrow();
    }

    /** Is understood and has nothing to change: it is about a thing that is not there, and says nothing of it. */
    private static Request harmless(Target target) {
        var operation = target.operation();
        var request = Request.to(operation.verb(), operation.path().replaceAll("\\{[^/}]+}", "not-there"));
        return operation.hasBody()
                ? request.header("Content-Type", operation.bodyMediaType()).body("{}")
                : request;
    }
}
