package dev.firstfill.tenancy.provisioning;

import static dev.firstfill.tenancy.OnePlatform.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.local.LocalStack;
import dev.firstfill.local.Server;
import dev.firstfill.tenancy.catalogue.TenancyRefusals.IdentityUnavailable;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantId;
import dev.firstfill.tenancy.catalogue.TenantLimits;
import dev.firstfill.tenancy.catalogue.TenantState;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.ServerSocket;
import java.net.URI;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On the real Keycloak: what a fake would have to imitate is exactly what is not known for certain. */
class KeycloakOrganisationsTest {
    private static final Map<String, String> ENVIRONMENT = LocalStack.named("check")
            .with(EnumSet.of(Server.POSTGRES, Server.KEYCLOAK))
            .start()
            .environment();
    private static final KeycloakAccess ACCESS = new KeycloakAccess(
            URI.create(ENVIRONMENT.get("FIRSTFILL_KEYCLOAK_URL")),
            ENVIRONMENT.get("FIRSTFILL_KEYCLOAK_REALM"),
            ENVIRONMENT.get("FIRSTFILL_KEYCLOAK_PROVISIONER_SECRET"));

    private final KeycloakOrganisations organisations = new KeycloakOrganisations(ACCESS);
    private final Tenant riverside = riverside(TenantId.create());

    @AfterEach
    void remove() {
        await(organisations.remove(riverside));
    }

    @Test
    void makes_an_organisation_with_a_group_for_each_role_of_a_pharmacy() {
        var id = await(organisations.create(riverside));

        assertThat(found("organizations?exact=true&search=riverside"))
                .singleElement()
                .satisfies(organisation -> {
                    assertThat(organisation.getString("id")).isEqualTo(id);
                    assertThat(organisation.getString("alias")).isEqualTo("riverside");
                });
        assertThat(rolesByGroup(id))
                .containsEntry("dispensing-pharmacist", List.of("dispensing-pharmacist"))
                .containsEntry("pharmacy-manager", List.of("pharmacy-manager"))
                .doesNotContainKey("platform-operator")
                .hasSizeGreaterThanOrEqualTo(12)
                .allSatisfy((group, roles) -> assertThat(roles).containsExactly(group));
    }

    @Test
    void completes_what_an_earlier_try_began() {
        var id = await(organisations.create(riverside));
        var whole = rolesByGroup(id);
        deleteGroup(id, "biller");

        assertThat(await(organisations.create(riverside))).isEqualTo(id);

        assertThat(rolesByGroup(id)).isEqualTo(whole);
    }

    @Test
    void removes_its_own_organisation_and_no_other_of_the_same_name() {
        var id = await(organisations.create(riverside));

        await(organisations.remove(riverside(TenantId.create())));
        assertThat(found("organizations?exact=true&search=riverside")).hasSize(1);

        await(organisations.remove(riverside));
        assertThat(found("organizations?exact=true&search=riverside")).isEmpty();
        assertThat(id).isNotBlank();
    }

    @Test
    void removing_what_is_not_there_is_no_failure() {
        await(organisations.remove(riverside));

        assertThat(found("organizations?exact=true&search=riverside")).isEmpty();
    }

    @Test
    void fails_when_the_secret_is_wrong_and_does_not_repeat_it() {
        var stranger = new KeycloakOrganisations(new KeycloakAccess(ACCESS.url(), ACCESS.realm(), "wrong-secret"));

        assertThatThrownBy(() -> await(stranger.create(riverside)))
                .isInstanceOf(KeycloakFault.class)
                .hasMessage("Keycloak answered 401 to: POST /realms/firstfill/protocol/openid-connect/token");
    }

    @Test
    void refuses_after_some_tries_when_keycloak_is_down() throws Exception {
        URI nobody;
        try (var free = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + free.getLocalPort());
        }

        assertThatThrownBy(() -> await(
                        new KeycloakOrganisations(new KeycloakAccess(nobody, "firstfill", "secret")).create(riverside)))
                .isInstanceOf(IdentityUnavailable.class);
    }

    private static Tenant riverside(TenantId id) {
        return new Tenant(
                id,
                "riverside",
                "Riverside Pharmacy",
                TenantState.PROVISIONING,
                null,
                0,
                "main",
                true,
                ZoneId.of("America/Denver"),
                TenantLimits.USUAL,
                1);
    }

    private static Map<String, List<String>> rolesByGroup(String organisation) {
        var groups = "organizations/" + organisation + "/groups";
        var client = found("clients?clientId=firstfill-api").getFirst().getString("id");
        var roles = new TreeMap<String, List<String>>();
        for (var group : found(groups + "?max=100")) {
            var mapped = found(groups + "/" + group.getString("id") + "/role-mappings/clients/" + client);
            roles.put(
                    group.getString("name"),
                    mapped.stream().map(role -> role.getString("name")).toList());
        }
        return roles;
    }

    private static void deleteGroup(String organisation, String name) {
        var groups = "organizations/" + organisation + "/groups";
        var id = found(groups + "?max=100").stream()
                .filter(group -> group.getString("name").equals(name))
                .findFirst()
                .orElseThrow()
                .getString("id");
        await(new KeycloakAdmin(ACCESS).login().chain(session -> session.delete(groups + "/" + id)));
    }

    private static List<JsonObject> found(String path) {
        return objects(await(new KeycloakAdmin(ACCESS).login().chain(session -> session.list(path))));
    }

    private static List<JsonObject> objects(JsonArray array) {
        return IntStream.range(0, array.size()).mapToObj(array::getJsonObject).toList();
    }
}
