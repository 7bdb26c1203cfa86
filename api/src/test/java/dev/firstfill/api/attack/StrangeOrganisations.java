package dev.firstfill.api.attack;

import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.Tokens;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Tokens that are genuine and do not say, or say wrongly, whose pharmacy is meant. */
final class StrangeOrganisations {
    private StrangeOrganisations() {}

    static Map<String, String> of(Tenant ours, Tenant theirs, Role role) {
        var good = Tokens.claims(ours, role);
        var organisation = good.getJsonObject("organization");
        var ourPart = organisation.getJsonObject(ours.slug());
        var both = organisation.copy().mergeIn(Tokens.claims(theirs, role).getJsonObject("organization"), false);
        var outside = ourPart.getJsonObject("resource_access");

        var strange = new LinkedHashMap<String, String>();
        strange.put("none", with(good, null));
        strange.put(
                "none, with the role outside", Tokens.signed(claims(good, null).put("resource_access", outside)));
        strange.put("two", with(good, both));
        strange.put("an empty one", with(good, new JsonObject()));
        strange.put("a text", with(good, ours.slug()));
        strange.put("a list", with(good, JsonArray.of(ours.slug())));
        strange.put("a list in place of the one", with(good, new JsonObject().put(ours.slug(), JsonArray.of(1))));
        strange.put(
                "one we do not know",
                one(good, ours, ourPart.copy().put("id", UUID.randomUUID().toString())));
        strange.put("one without id", one(good, ours, new JsonObject().put("resource_access", outside)));
        strange.put("one whose id is a number", one(good, ours, ourPart.copy().put("id", 7)));
        strange.put("one whose id is null", one(good, ours, ourPart.copy().putNull("id")));
        strange.put("one named by its slug", one(good, ours, ourPart.copy().put("id", ours.slug())));
        strange.put(
                "one with roles as a text", one(good, ours, ourPart.copy().put("resource_access", access("roles"))));
        strange.put(
                "one with access as a list", one(good, ours, ourPart.copy().put("resource_access", JsonArray.of(1))));
        strange.put(
                "the role outside, none inside",
                Tokens.signed(claims(good, organisation(ours, ourPart)).put("resource_access", outside)));
        return strange;
    }

    private static JsonObject access(String roles) {
        return new JsonObject().put("firstfill-api", new JsonObject().put("roles", roles));
    }

    private static JsonObject organisation(Tenant ours, JsonObject ourPart) {
        var withoutRoles = ourPart.copy();
        withoutRoles.remove("resource_access");
        return new JsonObject().put(ours.slug(), withoutRoles);
    }

    private static String one(JsonObject good, Tenant ours, JsonObject part) {
        return with(good, new JsonObject().put(ours.slug(), part));
    }

    private static String with(JsonObject good, @org.jspecify.annotations.Nullable Object organisation) {
        return Tokens.signed(claims(good, organisation));
    }

    private static JsonObject claims(JsonObject good, @org.jspecify.annotations.Nullable Object organisation) {
        var claims = good.copy();
        if (organisation == null) {
            claims.remove("organization");
            return claims;
        }
        return claims.put("organization", organisation);
    }
}
