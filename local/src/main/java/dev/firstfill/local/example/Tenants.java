package dev.firstfill.local.example;

import dev.firstfill.local.JsonApi;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Opens pharmacies as the platform's operator does. */
final class Tenants {

    private final JsonApi operatorApi;

    Tenants(JsonApi operatorApi) {
        this.operatorApi = operatorApi;
    }

    /** Returns whether the pharmacy had to be opened. */
    boolean ensure(ExamplePharmacy pharmacy) {
        if (isOpen(pharmacy)) {
            return false;
        }
        var wish = Map.of(
                "slug", pharmacy.slug(),
                "name", pharmacy.name(),
                "timeZone", pharmacy.timeZone(),
                "sandbox", true);
        operatorApi.post("/v1/tenants", wish).expecting(201);
        return true;
    }

    private boolean isOpen(ExamplePharmacy pharmacy) {
        // A developer's machine holds few pharmacies, and the examples are its oldest: the first page has them.
        var items = operatorApi.get("/v1/tenants").path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .anyMatch(tenant -> tenant.path("slug").asText().equals(pharmacy.slug()));
    }
}
