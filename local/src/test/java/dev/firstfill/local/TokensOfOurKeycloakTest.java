package dev.firstfill.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** One Keycloak for all of these, because it is the slowest thing here to start. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TokensOfOurKeycloakTest {

    private static final String PASSWORD = "a-password-for-tests";

    private static Path root;
    private static LocalStack stack;
    private static Tokens tokens;
    private static JsonApi provisioner;
    private static JsonApi admin;
    private static Pharmacy northgate;
    private static Pharmacy southbank;

    @BeforeAll
    static void start_everything_and_open_two_pharmacies() throws IOException {
        root = OtherRoot.make();
        stack = LocalStack.of(new Instance(root, "trial")).start();
        tokens = stack.tokens();
        var administration = tokens.keycloak() + "/admin/realms/" + tokens.realm();
        var secret = stack.environment().get("FIRSTFILL_KEYCLOAK_PROVISIONER_SECRET");
        provisioner = new JsonApi(administration, () -> tokens.ofClient("firstfill-provisioner", secret));
        admin = new JsonApi(administration, tokens::ofKeycloakAdmin);
        northgate = Pharmacy.open("northgate");
        southbank = Pharmacy.open("southbank");
    }

    @AfterAll
    static void stop_everything() throws IOException {
        stack.close();
        Tree.delete(root);
    }

    @Test
    void a_person_of_one_pharmacy_has_its_claim_without_asking() throws IOException {
        var ana = person("ana");
        northgate.admit(ana, "dispensing-pharmacist");

        var token = claims(tokens.ofPerson("ana", PASSWORD));

        assertThat(token.path("iss").asText()).isEqualTo(tokens.keycloak() + "/realms/firstfill");
        assertThat(token.path("aud").asText()).isEqualTo("firstfill-api");
        assertThat(token.path("azp").asText()).isEqualTo("firstfill-dev");
        assertThat(token.path("sub").asText()).isEqualTo(ana);
        assertThat(token.path("preferred_username").asText()).isEqualTo("ana");
        assertThat(token.path("exp").asLong() - token.path("iat").asLong()).isEqualTo(600);
        assertThat(token.path("organization")).isEqualTo(json("""
                {"northgate": {"id": "%s", "groups": ["/dispensing-pharmacist"],
                    "resource_access": {"firstfill-api": {"roles": ["dispensing-pharmacist"]}}}}
                """.formatted(northgate.id())));
    }

    @Test
    void a_role_in_a_pharmacy_is_no_role_outside_it() throws IOException {
        northgate.admit(person("wes"), "biller");

        var token = claims(tokens.ofPerson("wes", PASSWORD));

        assertThat(token.has("resource_access")).isFalse();
        assertThat(token.has("realm_access")).isFalse();
    }

    @Test
    void a_person_of_two_pharmacies_has_other_roles_in_each() throws IOException {
        var sam = person("sam");
        northgate.admit(sam, "clinical-pharmacist");
        southbank.admit(sam, "biller");

        var atNorthgate = claims(tokens.ofPersonAt("northgate", "sam", PASSWORD));
        var atSouthbank = claims(tokens.ofPersonAt("southbank", "sam", PASSWORD));

        assertThat(pharmacies(atNorthgate)).containsExactly("northgate");
        assertThat(roles(atNorthgate, "northgate")).containsExactly("clinical-pharmacist");
        assertThat(pharmacies(atSouthbank)).containsExactly("southbank");
        assertThat(roles(atSouthbank, "southbank")).containsExactly("biller");
    }

    @Test
    void a_person_of_two_pharmacies_who_does_not_say_which_has_no_role_in_either() throws IOException {
        var kim = person("kim");
        northgate.admit(kim, "clinical-pharmacist");
        southbank.admit(kim, "biller");

        var token = claims(tokens.ofPerson("kim", PASSWORD));

        assertThat(token.path("organization")).isEmpty();
    }

    @Test
    void who_asks_for_a_pharmacy_where_they_do_not_work_gets_a_token_without_any() throws IOException {
        northgate.admit(person("eve"), "biller");

        var token = claims(tokens.ofPersonAt("southbank", "eve", PASSWORD));

        assertThat(pharmacies(token)).isEmpty();
        assertThat(token.has("resource_access")).isFalse();
    }

    @Test
    void nobody_gets_a_token_for_a_pharmacy_that_does_not_exist() {
        northgate.admit(person("max"), "biller");

        assertThatThrownBy(() -> tokens.ofPersonAt("nowhere", "max", PASSWORD))
                .hasMessageContaining("400")
                .hasMessageContaining("invalid_scope");
    }

    @Test
    void one_person_may_log_in_many_times_at_once() {
        northgate.admit(person("ida"), "biller");

        var given = IntStream.range(0, 20)
                .parallel()
                .mapToObj(i -> tokens.ofPerson("ida", PASSWORD))
                .distinct();

        assertThat(given).hasSize(20);
    }

    @Test
    void a_machine_is_a_member_of_its_pharmacy_as_a_person_is() throws IOException {
        var client = admin.post(
                        "/clients",
                        Map.of(
                                "clientId",
                                "ringwell-northgate",
                                "secret",
                                PASSWORD,
                                "publicClient",
                                false,
                                "serviceAccountsEnabled",
                                true,
                                "standardFlowEnabled",
                                false,
                                "defaultClientScopes",
                                List.of("basic", "profile", "organization", "firstfill-api")))
                .expecting(201)
                .madeId();
        var account = admin.get("/clients/" + client + "/service-account-user")
                .path("id")
                .asText();
        northgate.admit(account, "telephony-client");

        var token = claims(tokens.ofClient("ringwell-northgate", PASSWORD));

        assertThat(token.path("aud").asText()).isEqualTo("firstfill-api");
        assertThat(pharmacies(token)).containsExactly("northgate");
        assertThat(roles(token, "northgate")).containsExactly("telephony-client");
    }

    @Test
    void the_operator_has_a_role_and_no_pharmacy() throws IOException {
        var token = claims(tokens.ofOperator());

        assertThat(token.path("resource_access").path("firstfill-api").path("roles"))
                .isEqualTo(json("[\"platform-operator\"]"));
        assertThat(token.has("organization")).isFalse();
        assertThat(token.path("aud").asText()).isEqualTo("firstfill-api");
    }

    @Test
    void the_provisioner_is_no_client_of_the_platform() throws IOException {
        var secret = stack.environment().get("FIRSTFILL_KEYCLOAK_PROVISIONER_SECRET");

        var token = claims(tokens.ofClient("firstfill-provisioner", secret));

        assertThat(token.has("aud")).isFalse();
    }

    @Test
    void the_provisioner_may_not_change_the_realm_or_its_clients() {
        assertThat(provisioner
                        .send("PUT", "", Map.of("registrationAllowed", true))
                        .status())
                .isEqualTo(403);
        assertThat(provisioner.post("/clients", Map.of("clientId", "mine")).status())
                .isEqualTo(403);

        assertThat(admin.get("").path("registrationAllowed").asBoolean()).isFalse();
        assertThat(admin.get("/clients?clientId=mine")).isEmpty();
    }

    @Test
    void the_provisioner_removes_what_it_made() {
        var closing = Pharmacy.open("eastgate");

        provisioner.send("DELETE", closing.path(), null).expecting(204);

        assertThat(provisioner.send("GET", closing.path(), null).status()).isEqualTo(404);
    }

    @Test
    void our_own_signing_key_is_the_one_that_keycloak_uses() throws Exception {
        var parts = tokens.ofOperator().split("\\.");
        var decoder = Base64.getUrlDecoder();
        var header = new ObjectMapper().readTree(decoder.decode(parts[0]));
        var verification = Signature.getInstance("SHA256withRSA");

        verification.initVerify(stack.signingKey().publicKey());
        verification.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));

        assertThat(header.path("alg").asText()).isEqualTo("RS256");
        assertThat(header.path("kid").asText()).isEqualTo(stack.signingKey().keyId());
        assertThat(verification.verify(decoder.decode(parts[2]))).isTrue();
    }

    /** An organisation as the platform makes it: by the provisioner, with a group for each role that is used here. */
    private record Pharmacy(String id) {

        static Pharmacy open(String alias) {
            var organisation = Map.of("name", alias, "alias", alias);
            var pharmacy = new Pharmacy(provisioner
                    .post("/organizations", organisation)
                    .expecting(201)
                    .madeId());
            var api = provisioner
                    .get("/clients?clientId=firstfill-api")
                    .path(0)
                    .path("id")
                    .asText();
            for (var name : List.of("dispensing-pharmacist", "clinical-pharmacist", "biller", "telephony-client")) {
                var role = provisioner.get("/clients/" + api + "/roles/" + name);
                var group = provisioner
                        .post(pharmacy.path() + "/groups", Map.of("name", name))
                        .expecting(201)
                        .madeId();
                provisioner
                        .post(pharmacy.path() + "/groups/" + group + "/role-mappings/clients/" + api, List.of(role))
                        .expecting(204);
            }
            return pharmacy;
        }

        String path() {
            return "/organizations/" + id;
        }

        void admit(String account, String role) {
            var group = provisioner
                    .get(path() + "/groups/group-by-path/" + role)
                    .path("id")
                    .asText();
            provisioner.post(path() + "/members", account).expecting(201);
            provisioner.put(path() + "/groups/" + group + "/members/" + account).expecting(204);
        }
    }

    private static String person(String username) {
        return admin.post(
                        "/users",
                        Map.of(
                                "username",
                                username,
                                "enabled",
                                true,
                                "firstName",
                                "Any",
                                "lastName",
                                "Body",
                                "email",
                                username + "@firstfill.invalid",
                                "credentials",
                                List.of(Map.of("type", "password", "value", PASSWORD))))
                .expecting(201)
                .madeId();
    }

    private static JsonNode claims(String token) throws IOException {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private static List<String> pharmacies(JsonNode token) {
        return token.path("organization").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> roles(JsonNode token, String pharmacy) {
        var roles = token.path("organization")
                .path(pharmacy)
                .path("resource_access")
                .path("firstfill-api")
                .path("roles");
        return StreamSupport.stream(roles.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
