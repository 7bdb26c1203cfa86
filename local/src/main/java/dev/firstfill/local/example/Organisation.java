package dev.firstfill.local.example;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firstfill.local.JsonApi;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A pharmacy's organisation in Keycloak, where people and machines join the groups of their roles. */
final class Organisation {

    /** More than an example pharmacy has of anything; Keycloak's own limit is lower than its number of roles. */
    private static final int EVERYTHING = 1000;

    private final JsonApi keycloak;
    private final String path;
    private final Map<String, String> groups;

    private Organisation(JsonApi keycloak, String path) {
        this.keycloak = keycloak;
        this.path = path;
        groups = stream(keycloak.get(path + "/groups?max=" + EVERYTHING))
                .collect(Collectors.toMap(group -> group.path("name").asText(), group -> group.path("id")
                        .asText()));
    }

    static Organisation of(ExamplePharmacy pharmacy, JsonApi keycloak) {
        return stream(keycloak.get("/organizations?max=" + EVERYTHING))
                .filter(organisation -> organisation.path("alias").asText().equals(pharmacy.slug()))
                .map(organisation -> "/organizations/" + organisation.path("id").asText())
                .map(path -> new Organisation(keycloak, path))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Keycloak has no organisation for " + pharmacy.name()
                        + ", though the pharmacy is open. If Keycloak's data was lost, delete .local/dev and start"
                        + " again."));
    }

    /** The login names of those who have the role. */
    Set<String> holdersOf(String role) {
        return stream(keycloak.get(pathOf(role) + "/members?max=" + EVERYTHING))
                .map(member -> member.path("username").asText())
                .collect(Collectors.toSet());
    }

    /** Who is in already stays in: a try that was cut short is completed by the next. */
    void admit(String userId, String role) {
        keycloak.post(path + "/members", userId).expecting(201, 409);
        keycloak.put(pathOf(role) + "/members/" + userId).expecting(204, 409);
    }

    private String pathOf(String role) {
        var group = groups.get(role);
        if (group == null) {
            throw new IllegalStateException("The organisation has no group for the role " + role);
        }
        return path + "/groups/" + group;
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
