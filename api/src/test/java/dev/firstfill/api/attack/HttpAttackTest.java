package dev.firstfill.api.attack;

import static dev.firstfill.api.attack.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.api.attack.AttackList.Target;
import dev.firstfill.api.contract.ContractDocument;
import dev.firstfill.api.contract.ContractOperation;
import dev.firstfill.api.testing.RealStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class HttpAttackTest {
    private static final List<String> VERBS =
            List.of("GET", "PUT", "POST", "DELETE", "PATCH", "TRACE", "PROPFIND", "QUERY", "ZQ7VX");

    private static final List<String> INSIDE_PATHS = List.of(
            ";",
            ";a=b",
            "%3b",
            "%3Ba=b",
            "%2f",
            "%2F..",
            "%5c",
            "%5C..",
            "%00",
            "%25",
            "%2e%2e",
            "/../",
            "/./",
            "//",
            "%c0%af",
            "%0d%0aX-Evil:%201",
            "%09",
            "%20",
            "%C3%A9",
            "%E2%80%AE");

    /** What is no URI does not reach us: the server refuses it in one word. */
    private static final List<String> NO_URIS = List.of("\\", "%", "%z", "<script>", "\"", "^", "{}");

    static List<String> operations() {
        return AttackList.ALL.stream().map(Target::id).toList();
    }

    static List<String> versioned() {
        return AttackList.ALL.stream()
                .filter(target -> target.operation().takesIfMatch())
                .map(Target::id)
                .toList();
    }

    static List<String> lists() {
        return AttackList.ALL.stream()
                .filter(target -> target.operation().parameters("query").contains("limit"))
                .map(Target::id)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void a_path_that_can_be_read_in_two_ways_leads_nowhere(String id) {
        var good = Scene.ours().good(AttackList.target(id));
        var before = Scene.ours().everything();

        Volley.each(INSIDE_PATHS, trick -> {
            assertRefused(good.target(good.target() + trick), 400, 404, 405);
            assertRefused(good.target("/" + trick + good.target()), 400, 404, 405);
            assertRefused(good.target(good.target().replaceFirst("(/[^/]+)", "$1/x" + trick + "/..")), 400, 404, 405);
        });
        Volley.each(NO_URIS, noUri -> {
            var answer = Wire.send(good.target(good.target() + noUri));
            assertThat(answer.status()).as("%s %s", id, noUri).isEqualTo(400);
            assertThat(answer.body()).isEmpty();
        });
        Volley.each(
                List.of("/", "/q/health/..", "/q/health/%2e%2e"),
                detour -> assertRefused(good.target(detour + good.target()), 400, 404));
        assertRefused(good.target(good.target().toUpperCase(java.util.Locale.ROOT)), 404);

        assertThat(Scene.ours().everything()).as(id).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void methods_that_the_contract_lacks_are_not_allowed(String id) {
        var operation = AttackList.target(id).operation();
        var good = Scene.ours().good(AttackList.target(id));
        var before = Scene.ours().everything();
        var allowed = verbs(operation);

        var others = VERBS.stream().filter(verb -> !allowed.contains(verb)).toList();

        Volley.each(others, verb -> {
            var answer = Wire.send(good.verb(verb));
            assertRefused(good.verb(verb), answer, 405);
            assertThat(answer.header("allow").split(", *"))
                    .as(verb)
                    .containsAll(allowed)
                    .doesNotContain(verb);
        });
        // A method that another one pretends to be.
        var overridden = good.verb("GET").header("X-HTTP-Method-Override", "DELETE");
        assertThat(Wire.send(overridden).status()).isIn(200, 403, 404, 405);
        var options = Wire.send(good.verb("OPTIONS"));
        assertThat(options.status()).isLessThan(500);
        assertThat(options.body()).doesNotContain("firstfill");

        assertThat(Scene.ours().everything()).as(id).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void a_head_request_gets_no_body(String id) {
        var target = AttackList.target(id);
        var good = Scene.ours().good(target).verb("HEAD");

        var answer = Wire.send(good);

        boolean secured = target.operation().permission().isPresent();
        boolean readable = verbs(target.operation()).contains("GET");
        assertThat(answer.body()).as(id).isEmpty();
        assertThat(answer.status()).as(id).isIn(readable ? List.of(200, 403, 404) : List.of(404, 405));
        assertThat(Wire.send(good.without("Authorization")).status())
                .as(id)
                .isIn(readable ? List.of(secured ? 401 : 200) : List.of(401, 405));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_answer_nobody_can_read_is_not_made(String id) {
        var good = Scene.ours().good(AttackList.target(id));
        var before = Scene.ours().everything();

        Volley.each(
                List.of("text/html", "application/xml, image/png;q=0.5"),
                type -> assertRefused(good.header("Accept", type), 406));
        assertRefused(good.header("Accept", Refused.MARK), 400, 406);

        assertThat(Scene.ours().everything()).as(id).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void parameters_that_the_contract_lacks_are_refused(String id) {
        var good = Scene.ours().good(AttackList.target(id));
        var before = Scene.ours().everything();

        Volley.each(
                List.of("unexpected=1", "Limit=1", "limit[]=1", "unexpected", "%00=1", "a%0d%0ab=1"),
                query -> assertRefused(good.target(good.target() + "?" + query), 400));

        assertThat(Scene.ours().everything()).as(id).isEqualTo(before);
    }

    @Test
    void a_misspelt_or_repeated_parameter_is_told_what_there_is() {
        var list = Scene.ours().good(AttackList.target("listPatients"));
        var read = Scene.ours().good(AttackList.target("getPatient"));

        assertThat(detail(list.target("/v1/patients?Limit=1")))
                .isEqualTo("It takes the query parameters cursor, limit, sort and no others.");
        assertThat(detail(list.target("/v1/patients?limit=1&limit=1"))).isEqualTo("Give limit once.");
        assertThat(detail(read.target(read.target() + "?name=Vega"))).isEqualTo("It takes no query parameters.");
    }

    private static String detail(Request request) {
        var answer = Wire.send(request);
        assertRefused(request, answer, 400);
        assertThat(answer.code()).isEqualTo("invalid-parameter");
        return answer.json().path("detail").asText();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_address_that_is_too_long_is_not_read(String id) {
        var good = Scene.ours().good(AttackList.target(id));
        var before = Scene.ours().everything();
        int room = 4_096 - good.target().length();

        Volley.each(List.of("a".repeat(room + 1), "/" + "a".repeat(room), "?cursor=" + "a".repeat(12_000)), longer -> {
            var request = good.target(good.target() + longer);
            var answer = Wire.send(request);
            assertRefused(request, answer, 414);
            assertThat(answer.code()).isEqualTo("address-too-long");
        });
        assertThat(Wire.send(good.target(good.target() + "/" + "a".repeat(room - 1)))
                        .status())
                .as("an address of 4 KiB is read")
                .isIn(404, 405);
        var endless = Wire.send(good.target(good.target() + "?cursor=" + "a".repeat(20_000)));
        assertThat(endless.status()).isEqualTo(414);
        assertThat(endless.body()).isEmpty();

        assertThat(Scene.ours().everything()).as(id).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("versioned")
    void only_the_tag_that_was_read_allows_a_change(String id) {
        var good = Scene.ours().good(AttackList.target(id));
        var before = Scene.ours().everything();
        var tag = good.headers().get("If-Match");

        assertRefused(good.without("If-Match"), 428);
        assertRefused(good.header("If-Match", ""), 428);
        assertRefused(good.header("If-Match", "\"999\""), 412);
        var absurd = List.of(
                "*",
                "W/" + tag,
                tag.replace("\"", ""),
                tag + ", \"7\"",
                "\"\"",
                "\"",
                "\"0\"",
                "\"-1\"",
                "\"1.0\"",
                "\"01\"",
                "\"99999999999999999999\"",
                "\"" + Refused.MARK + "\"",
                "'1'",
                "\"" + "1".repeat(5_000) + "\"");
        Volley.each(absurd, other -> assertRefused(good.header("If-Match", other), 400));

        assertThat(Scene.ours().everything()).as(id).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void an_absurd_page_is_refused_or_brought_into_range(String id) {
        var good = Scene.ours().good(AttackList.target(id));

        Volley.each(
                List.of("limit=0", "limit=-1", "limit=2147483647", "limit=1", "limit=", "cursor="),
                within -> assertThat(Wire.send(good.target(good.target() + "?" + within))
                                .status())
                        .as(within)
                        .isEqualTo(200));
        var absurd = List.of(
                "limit=abc",
                "limit=1.5",
                "limit=1e3",
                "limit=99999999999",
                "limit=1&limit=2",
                "limit=%00",
                "sort=" + Refused.MARK,
                "sort=OLDEST",
                "cursor=" + Refused.MARK,
                "cursor=%00",
                "cursor=" + "A".repeat(43),
                "cursor=" + "A".repeat(2_000),
                "cursor=!!!!",
                "cursor=a&cursor=b");
        Volley.each(absurd, query -> assertRefused(good.target(good.target() + "?" + query), 400));
    }

    @Test
    void a_cursor_works_only_where_it_was_given_out() {
        var scene = Scene.ours();
        var token = scene.token(dev.firstfill.api.security.Role.PHARMACY_MANAGER);
        var cursor = TwoPages.nextCursor(scene.pharmacy(), "/v1/patients");
        var list = Request.to("GET", "/v1/patients?limit=1&cursor=").bearer(token);

        assertThat(Wire.send(list.target(list.target() + cursor)).status()).isEqualTo(200);
        assertRefused(list.target("/v1/patients?sort=newest&cursor=" + cursor), 400);
        assertRefused(list.target("/v1/drugs?cursor=" + cursor), 400);
        assertRefused(list.target("/v1/prescribers?cursor=" + cursor), 400);
        for (int at = 0; at < cursor.length() - 1; at++) {
            var other = cursor.charAt(at) == 'A' ? 'B' : 'A';
            assertRefused(list.target(list.target() + cursor.substring(0, at) + other + cursor.substring(at + 1)), 400);
        }
    }

    @Test
    void headers_cannot_be_smuggled_into_answers_or_logs() {
        var request = Scene.ours().good(AttackList.target("getMe"));

        for (var id : new String[] {"a b", "<script>", "é", "x".repeat(65), "${jndi:ldap://a}", "a\tb", ""}) {
            var answer = Wire.send(request.header("X-Request-Id", id));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("x-request-id")).isNotEqualTo(id).matches("[0-9a-f-]{36}");
        }
        assertThat(Wire.send(request.header("X-Request-Id", "mine-1")).header("x-request-id"))
                .isEqualTo("mine-1");
        assertThat(Wire.send(request.header("traceparent", Refused.MARK)).status())
                .isEqualTo(200);
        for (var header : new String[] {"X-Forwarded-Host", "X-Forwarded-Prefix", "Forwarded", "X-Original-URL"}) {
            var created = Wire.send(
                    Scene.ours().fresh(AttackList.target("createPatient")).header(header, "evil.example"));
            assertThat(created.header("location")).matches("/v1/patients/[0-9a-f-]{36}");
        }
    }

    @Test
    void nothing_outside_the_contract_answers() {
        for (var path : new String[] {"/", "/v1", "/v2/patients", "/admin", "/.env", "/actuator", "/favicon.ico"}) {
            assertRefused(Request.to("GET", path), 404);
        }
    }

    /** Of all paths that the operation's path fits: what is no list's search is one thing in the list. */
    private static Set<String> verbs(ContractOperation operation) {
        var verbs = new ArrayList<String>();
        ContractDocument.operations().stream()
                .filter(other -> operation.path().matches(other.path().replaceAll("\\{[^/}]+}", "[^/]+")))
                .map(ContractOperation::verb)
                .forEach(verbs::add);
        return verbs.stream().collect(Collectors.toSet());
    }
}
