package dev.firstfill.api.security;

import dev.firstfill.api.limits.RateLimiter;
import dev.firstfill.api.limits.Standing;
import dev.firstfill.api.problem.ProblemException;
import dev.firstfill.api.problem.ProblemType;
import dev.firstfill.api.problem.TraceId;
import dev.firstfill.tenancy.catalogue.Catalogue;
import dev.firstfill.tenancy.catalogue.TenancyRefusals.SchemaBehind;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.migration.Migrations;
import dev.firstfill.tenancy.routing.CurrentTenant;
import dev.firstfill.tenancy.routing.Requester;
import dev.firstfill.tenancy.routing.TestTime;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Opens the caller's pharmacy, and no other, to the request, unless its client has sent too many. */
@Singleton
class PharmacyGate {
    private final SecurityIdentity identity;
    /** Filters are made while the program is built up, before there is anything to connect with. */
    private final Provider<Catalogue> catalogue;

    private final Provider<RateLimiter> rateLimiter;
    private final Provider<TestTime> testTime;
    private final int minimumSchemaVersion;

    PharmacyGate(
            SecurityIdentity identity,
            Provider<Catalogue> catalogue,
            Provider<RateLimiter> rateLimiter,
            Provider<TestTime> testTime) {
        this.identity = identity;
        this.catalogue = catalogue;
        this.rateLimiter = rateLimiter;
        this.testTime = testTime;
        this.minimumSchemaVersion = Migrations.ofTenants().latest();
    }

    @ServerRequestFilter
    Uni<Void> enter(RoutingContext request) {
        Caller caller = identity.getAttribute(Caller.ATTRIBUTE);
        if (caller == null || caller.roles().contains(Role.PLATFORM_OPERATOR)) {
            // Nobody, or the operator, who enters no pharmacy: without a tenant the door lets no statement through.
            return Uni.createFrom().voidItem();
        }
        if (caller.organisation() == null) {
            throw new ProblemException(
                    ProblemType.PHARMACY_REQUIRED, "Ask for a token with the scope organization:<pharmacy>.");
        }
        var tenant = served(caller.organisation());
        CurrentTenant.enter(tenant);
        return rateLimiter
                .get()
                .count(tenant, caller.client())
                .invoke(standing -> tell(standing, request))
                .invoke(() -> requester(caller, request).enter())
                .chain(() -> testTime.get().enter(tenant));
    }

    /** Whatever the answer will be, the client learns how it stands. */
    private static void tell(Standing standing, RoutingContext request) {
        request.response()
                .putHeader(Standing.POLICY_HEADER, standing.policy())
                .putHeader(Standing.LIMIT_HEADER, standing.limit());
        if (!standing.granted()) {
            throw ProblemException.rateLimited(standing.quota(), standing.seconds());
        }
    }

    private static Requester requester(Caller caller, RoutingContext request) {
        return requester(
                caller, request, PurposeOfUse.of(request.request().getHeader(PurposeOfUse.HEADER), caller.roles()));
    }

    static Requester requester(Caller caller, RoutingContext request, PurposeOfUse purpose) {
        var source = request.request().remoteAddress();
        return new Requester(
                caller.subject(),
                caller.username(),
                caller.roles().stream().map(Role::wireName).sorted().toList(),
                caller.client(),
                purpose.name(),
                request.response().headers().get("X-Request-Id"),
                TraceId.current(),
                source == null ? null : source.hostAddress());
    }

    private Tenant served(String organisation) {
        var tenant = catalogue
                .get()
                .ofOrganisation(organisation)
                .orElseThrow(
                        () -> new ProblemException(ProblemType.PHARMACY_UNKNOWN, "It may have left the platform."));
        return switch (tenant.state()) {
            case ACTIVE -> current(tenant);
            case SUSPENDED ->
                throw new ProblemException(ProblemType.PHARMACY_SUSPENDED, "The platform's operator can say why.");
            case PROVISIONING, OFFBOARDING, CLOSED ->
                throw new ProblemException(ProblemType.PHARMACY_UNKNOWN, "It is not, or no longer, open.");
        };
    }

    private Tenant current(Tenant tenant) {
        if (tenant.schemaVersion() < minimumSchemaVersion) {
            throw new SchemaBehind();
        }
        return tenant;
    }
}
