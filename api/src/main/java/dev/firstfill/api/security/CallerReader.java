package dev.firstfill.api.security;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Reads the caller out of a verified token.
 *
 * <p>Roles count only inside the organisation that the token names, since a person may be a pharmacist in one pharmacy
 * and a nurse in another. Keycloak writes them under {@code organization.<alias>.resource_access.firstfill-api.roles}.
 * Roles outside any organisation count for the platform's operator alone.
 */
final class CallerReader {
    private static final String API_CLIENT = "firstfill-api";

    private CallerReader() {}

    static Caller caller(JsonWebToken token) {
        var organisations = organisations(token);
        boolean one = organisations.size() == 1;
        var organisation = one ? organisations.iterator().next() : JsonValue.EMPTY_JSON_OBJECT;
        var roles = organisations.isEmpty()
                ? operatorOnly(roles(object(token.getClaim("resource_access"))))
                : withoutOperator(roles(object(organisation.get("resource_access"))));
        return new Caller(
                Objects.requireNonNullElse(token.getSubject(), ""),
                Objects.requireNonNullElse(token.getName(), ""),
                Objects.requireNonNullElse(token.<Object>getClaim("azp"), "")
                        .toString()
                        .replace("\"", ""),
                one ? organisation.getString("id", null) : null,
                roles);
    }

    /** A token over two organisations would leave open whose data is meant: the client asks for one of them. */
    private static Collection<JsonObject> organisations(JsonWebToken token) {
        return object(token.getClaim("organization")).values().stream()
                .map(CallerReader::object)
                .toList();
    }

    private static Set<Role> roles(JsonObject resourceAccess) {
        var names = object(resourceAccess.get(API_CLIENT)).get("roles");
        List<? extends JsonValue> values = names instanceof JsonArray array ? array : List.of();
        return values.stream()
                .filter(JsonString.class::isInstance)
                .flatMap(name -> Role.named(((JsonString) name).getString()).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    private static Set<Role> operatorOnly(Set<Role> roles) {
        return roles.contains(Role.PLATFORM_OPERATOR) ? Set.of(Role.PLATFORM_OPERATOR) : Set.of();
    }

    /** A pharmacy gives its roles away itself, and must not make anybody operator of all pharmacies. */
    private static Set<Role> withoutOperator(Set<Role> roles) {
        roles.remove(Role.PLATFORM_OPERATOR);
        return roles;
    }

    private static JsonObject object(@Nullable Object value) {
        return value instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    }
}
