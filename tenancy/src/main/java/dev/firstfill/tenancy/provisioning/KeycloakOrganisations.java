package dev.firstfill.tenancy.provisioning;

import dev.firstfill.tenancy.catalogue.TenancyRefusals.IdentityUnavailable;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * One Keycloak organisation per pharmacy, with a group for each role that a person can hold there. Whoever joins a
 * group holds its role in that pharmacy, and the token says so.
 */
public final class KeycloakOrganisations implements Organisations {
    /** The client that owns the roles. */
    private static final String API_CLIENT = "firstfill-api";

    /** Held outside every pharmacy, by those who run the platform; a group for it would let a pharmacy give it away. */
    private static final String PLATFORM_ROLE = "platform-operator";

    /** What ties an organisation to a pharmacy: aliases and names are free again when a pharmacy has left. */
    private static final String TENANT_ATTRIBUTE = "firstfill.tenant";

    private static final Logger LOG = Logger.getLogger(KeycloakOrganisations.class);

    private static final int RETRIES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /** Twelve groups one after the other take a second; more at a time than this gain nothing. */
    private static final int GROUPS_AT_A_TIME = 4;

    /** More roles than a pharmacy will ever have; Keycloak returns ten unless told otherwise. */
    private static final int MOST_GROUPS = 200;

    private final KeycloakAdmin keycloak;

    public KeycloakOrganisations(KeycloakAccess access) {
        this.keycloak = new KeycloakAdmin(access);
    }

    /**
     * Looks before each thing it makes, so that the whole can be tried again when any request in it failed or its
     * answer was lost.
     */
    @Override
    public Uni<String> create(Tenant tenant) {
        return retried(keycloak.login().chain(session -> find(session, tenant)
                .chain(found -> found.isEmpty()
                        ? session.create("organizations", organisation(tenant))
                        : Uni.createFrom().item(found.getFirst()))
                .call(organisation -> completeGroups(session, organisation))));
    }

    @Override
    public Uni<Void> remove(Tenant tenant) {
        return retried(keycloak.login().chain(session -> find(session, tenant)
                .onItem()
                .transformToMulti(found -> Multi.createFrom().iterable(found))
                .onItem()
                .transformToUniAndConcatenate(organisation -> session.delete("organizations/" + organisation))
                .collect()
                .asList()
                .replaceWithVoid()));
    }

    private static <T> Uni<T> retried(Uni<T> work) {
        return work.onFailure(KeycloakOrganisations::passes)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .atMost(RETRIES)
                .onFailure(KeycloakOrganisations::passes)
                .transform(failure -> {
                    LOG.warnf("Keycloak cannot be used: %s", failure);
                    return new IdentityUnavailable();
                });
    }

    private static boolean passes(Throwable failure) {
        return failure instanceof IOException || failure instanceof KeycloakFault fault && fault.passes();
    }

    private static Uni<List<String>> find(KeycloakAdmin.Session session, Tenant tenant) {
        var query = KeycloakAdmin.encoded(TENANT_ATTRIBUTE + ":" + tenant.id());
        return session.list("organizations?q=" + query).map(found -> objects(found).stream()
                .map(organisation -> organisation.getString("id"))
                .toList());
    }

    /** Named by its slug, because Keycloak wants names to be unique and pharmacies may share one. */
    private static JsonObject organisation(Tenant tenant) {
        return new JsonObject()
                .put("name", tenant.slug())
                .put("alias", tenant.slug())
                .put("description", tenant.name())
                .put("enabled", true)
                .put(
                        "attributes",
                        new JsonObject()
                                .put(TENANT_ATTRIBUTE, JsonArray.of(tenant.id().toString())));
    }

    private static Uni<Void> completeGroups(KeycloakAdmin.Session session, String organisation) {
        var groups = "organizations/" + organisation + "/groups";
        return apiClient(session)
                .chain(client -> groupsByName(session, groups).chain(known -> session.list(
                                "clients/" + client + "/roles")
                        .onItem()
                        .transformToMulti(roles -> Multi.createFrom().iterable(rolesOfPeople(roles)))
                        .onItem()
                        .transformToUni(role -> group(session, groups, known, role)
                                .chain(group -> session.add(
                                        groups + "/" + group + "/role-mappings/clients/" + client, JsonArray.of(role))))
                        .merge(GROUPS_AT_A_TIME)
                        .collect()
                        .asList()))
                .replaceWithVoid();
    }

    private static Uni<String> apiClient(KeycloakAdmin.Session session) {
        return session.list("clients?clientId=" + API_CLIENT)
                .map(found -> found.getJsonObject(0).getString("id"));
    }

    private static Uni<Map<String, String>> groupsByName(KeycloakAdmin.Session session, String groups) {
        return session.list(groups + "?max=" + MOST_GROUPS).map(found -> {
            var byName = new HashMap<String, String>();
            objects(found).forEach(group -> byName.put(group.getString("name"), group.getString("id")));
            return byName;
        });
    }

    private static List<JsonObject> rolesOfPeople(JsonArray roles) {
        return objects(roles).stream()
                .filter(role -> !PLATFORM_ROLE.equals(role.getString("name")))
                .toList();
    }

    private static Uni<String> group(
            KeycloakAdmin.Session session, String groups, Map<String, String> known, JsonObject role) {
        var id = known.get(role.getString("name"));
        return id == null
                ? session.create(groups, new JsonObject().put("name", role.getString("name")))
                : Uni.createFrom().item(id);
    }

    private static List<JsonObject> objects(JsonArray array) {
        return IntStream.range(0, array.size()).mapToObj(array::getJsonObject).toList();
    }
}
