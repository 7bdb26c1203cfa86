package dev.firstfill.api.contract;

import dev.firstfill.api.limits.Standing;
import dev.firstfill.api.security.Permission;
import dev.firstfill.api.security.Role;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** What the answers of a pharmacy say of the client's quota. */
final class RateLimits {
    private RateLimits() {}

    /** The platform's operator enters no pharmacy, and who has no token is nobody's client. */
    static boolean holdFor(ResourceOperation operation) {
        return operation.permission().flatMap(Permission::named).stream()
                .anyMatch(permission -> Arrays.stream(Role.values())
                        .anyMatch(role -> role != Role.PLATFORM_OPERATOR && permission.isGivenTo(role)));
    }

    static void describe(Components components) {
        components.addHeader(
                Standing.POLICY_HEADER,
                header("The quota: q requests of this client in this pharmacy in w seconds.")
                        .example(new Standing(true, 6_000, 0, 0).policy()));
        components.addHeader(
                Standing.LIMIT_HEADER,
                header(
                                "What is left of it: r requests may be sent at once; in t seconds the whole quota is there again,"
                                        + " or, after a refusal, the next request is worth sending.")
                        .example(new Standing(true, 6_000, 5_999, 1).limit()));
    }

    private static Header header(String description) {
        return OASFactory.createHeader().description(description).schema(TypeSchemas.ofType(SchemaType.STRING));
    }

    static void addTo(APIResponse response) {
        response.addHeader(Standing.POLICY_HEADER, OASFactory.createHeader().ref(Standing.POLICY_HEADER));
        response.addHeader(Standing.LIMIT_HEADER, OASFactory.createHeader().ref(Standing.LIMIT_HEADER));
    }
}
