package dev.firstfill.local.example;

import dev.firstfill.local.JsonApi;
import dev.firstfill.local.Progress;
import dev.firstfill.local.Tokens;

/** Makes the example pharmacies on a running platform. */
public final class ExamplePharmacies {

    private ExamplePharmacies() {}

    public static void ensure(String apiAddress, Tokens tokens, Progress progress) {
        var tenants = new Tenants(new JsonApi(apiAddress, tokens::ofOperator));
        var administration = "%s/admin/realms/%s".formatted(tokens.keycloak(), tokens.realm());
        var staff = new Staff(new JsonApi(administration, tokens::ofKeycloakAdmin));
        for (var pharmacy : ExamplePharmacy.ALL) {
            var since = System.nanoTime();
            progress.begin(pharmacy.slug());
            var opened = tenants.ensure(pharmacy);
            staff.ensure(pharmacy);
            var manager = pharmacy.usernameOf("pharmacy-manager");
            ExampleRecords.ensure(pharmacy, new JsonApi(apiAddress, () -> tokens.ofPerson(manager, Person.PASSWORD)));
            progress.done(pharmacy.slug(), opened ? "opened, with people in every role" : "found as it was", since);
        }
    }
}
