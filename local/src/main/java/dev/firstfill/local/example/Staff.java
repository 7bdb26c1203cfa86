package dev.firstfill.local.example;

import dev.firstfill.local.JsonApi;
import java.util.List;
import java.util.Map;

/** Gives people, telephone systems and prescribers' record systems their logins, as Keycloak's administrator does. */
final class Staff {

    private final JsonApi keycloak;

    Staff(JsonApi keycloak) {
        this.keycloak = keycloak;
    }

    void ensure(ExamplePharmacy pharmacy) {
        var organisation = Organisation.of(pharmacy, keycloak);
        for (var person : pharmacy.staff()) {
            var username = person.usernameAt(pharmacy);
            if (!organisation.holdersOf(person.role()).contains(username)) {
                organisation.admit(accountOf(person, username), person.role());
            }
        }
        ensureMachine(
                organisation, "telephony-client", pharmacy.telephonyClient(), "Telephone system, run by Ringwell");
        ensureMachine(
                organisation,
                "integration-client",
                pharmacy.referralClient(),
                "Prescribers' record system, run by Chartway");
    }

    private void ensureMachine(Organisation organisation, String role, String clientId, String name) {
        if (!organisation.holdersOf(role).contains("service-account-" + clientId)) {
            organisation.admit(accountOfClient(clientId, name), role);
        }
    }

    private String accountOf(Person person, String username) {
        var known = keycloak.get("/users?exact=true&username=" + username);
        if (!known.isEmpty()) {
            return known.path(0).path("id").asText();
        }
        var password = Map.of("type", "password", "value", Person.PASSWORD, "temporary", false);
        var account = Map.of(
                "username",
                username,
                "enabled",
                true,
                "firstName",
                person.firstName(),
                "lastName",
                person.lastName(),
                // A domain that can never receive mail (RFC 2606).
                "email",
                username + "@firstfill.invalid",
                "emailVerified",
                true,
                "credentials",
                List.of(password));
        return keycloak.post("/users", account).expecting(201).madeId();
    }

    /** A machine's roles are those of its service account, which joins the organisation as a person does. */
    private String accountOfClient(String clientId, String name) {
        var known = keycloak.get("/clients?clientId=" + clientId);
        var id = known.isEmpty()
                ? makeClient(clientId, name)
                : known.path(0).path("id").asText();
        return keycloak.get("/clients/" + id + "/service-account-user")
                .path("id")
                .asText();
    }

    private String makeClient(String clientId, String name) {
        var client = Map.of(
                "clientId",
                clientId,
                "name",
                name,
                "secret",
                Person.PASSWORD,
                "publicClient",
                false,
                "serviceAccountsEnabled",
                true,
                "standardFlowEnabled",
                false,
                "fullScopeAllowed",
                false,
                "defaultClientScopes",
                List.of("basic", "profile", "organization", "firstfill-api"),
                "optionalClientScopes",
                List.of());
        return keycloak.post("/clients", client).expecting(201).madeId();
    }
}
