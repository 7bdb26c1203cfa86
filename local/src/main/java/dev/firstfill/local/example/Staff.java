package dev.firstfill.local.example;

import dev.firstfill.local.JsonApi;
import java.util.List;
import java.util.Map;

/** Gives people and telephone systems their logins, as Keycloak's administrator does. */
final class Staff {

    private static final String TELEPHONY_ROLE = "telephony-client";

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
        var machine = "service-account-" + pharmacy.telephonyClient();
        if (!organisation.holdersOf(TELEPHONY_ROLE).contains(machine)) {
            organisation.admit(accountOfClient(pharmacy.telephonyClient()), TELEPHONY_ROLE);
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
    private String accountOfClient(String clientId) {
        var known = keycloak.get("/clients?clientId=" + clientId);
        var id = known.isEmpty()
                ? makeClient(clientId)
                : known.path(0).path("id").asText();
        return keycloak.get("/clients/" + id + "/service-account-user")
                .path("id")
                .asText();
    }

    private String makeClient(String clientId) {
        var client = Map.of(
                "clientId",
                clientId,
                "name",
                "Telephone system, run by Ringwell",
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
