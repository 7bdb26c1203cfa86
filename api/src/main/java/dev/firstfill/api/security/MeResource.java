package dev.firstfill.api.security;

import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.routing.CurrentTenant;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tells a front end who is signed in and what to offer them. */
@Path("/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Me", description = "Who the platform takes you for.")
public class MeResource {
    private final Callers callers;

    MeResource(Callers callers) {
        this.callers = callers;
    }

    @GET
    @PermissionsAllowed(Names.SELF_READ)
    @Operation(operationId = "getMe", summary = "See who the platform takes you for")
    public MeView get() {
        return MeView.of(callers.current(), CurrentTenant.find().orElse(null));
    }

    /** The caller, the pharmacy and what the caller may do there. */
    @Schema(name = "Me", description = "The caller, the pharmacy and what the caller may do there.")
    public record MeView(
            @Schema(description = "The caller's id with the identity provider")
            String subject,

            @Schema(examples = "ana.northgate") String username,
            @Nullable PharmacyView pharmacy,

            @Schema(examples = "[\"dispensing-pharmacist\"]")
            List<String> roles,

            @Schema(examples = "[\"patient:read\", \"patient:write\"]")
            List<String> permissions) {

        static MeView of(Caller caller, @Nullable Tenant tenant) {
            return new MeView(
                    caller.subject(),
                    caller.username(),
                    tenant == null
                            ? null
                            : new PharmacyView(
                                    tenant.slug(),
                                    tenant.name(),
                                    tenant.timeZone().getId(),
                                    tenant.sandbox()),
                    caller.roles().stream().map(Role::wireName).sorted().toList(),
                    Arrays.stream(Permission.values())
                            .filter(caller::may)
                            .map(Permission::wireName)
                            .sorted()
                            .toList());
        }
    }

    /** The caller's pharmacy, as far as a front end shows it. */
    @Schema(name = "Pharmacy", description = "The caller's pharmacy.")
    public record PharmacyView(
            @Schema(examples = "northgate") String slug,

            @Schema(examples = "Northgate Specialty Pharmacy")
            String name,

            @Schema(examples = "America/New_York") String timeZone,

            @Schema(description = "Whether it holds invented people only")
            boolean sandbox) {}
}
