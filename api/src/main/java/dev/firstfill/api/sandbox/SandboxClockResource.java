package dev.firstfill.api.sandbox;

import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.RealTime;
import dev.firstfill.kernel.Writing;
import dev.firstfill.tenancy.door.TenantTransactions;
import dev.firstfill.tenancy.routing.CurrentTenant;
import dev.firstfill.tenancy.sandbox.SandboxClock;
import dev.firstfill.tenancy.sandbox.SandboxClock.Wish;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Provider;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Sets the time of the caller's pharmacy, if it is a sandbox. */
@Path("/v1/sandbox/clock")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sandbox", description = "A month in a minute, in pharmacies of invented people.")
public class SandboxClockResource {
    private static final Act READ = Act.of("read", "sandbox-clock");
    private static final Act SET = Act.of("set", "sandbox-clock");

    private final Provider<TenantTransactions> door;
    private final Provider<SandboxClock> sandbox;
    private final Clock real;

    SandboxClockResource(Provider<TenantTransactions> door, Provider<SandboxClock> sandbox, @RealTime Clock real) {
        this.door = door;
        this.sandbox = sandbox;
        this.real = real;
    }

    @GET
    @PermissionsAllowed(Names.SANDBOX_CLOCK)
    @Operation(operationId = "getSandboxClock", summary = "Read what time it is in a sandbox pharmacy")
    @APIResponse(responseCode = "200", description = "What the clock shows.")
    public Uni<SandboxClockView> read() {
        var tenant = CurrentTenant.require();
        return door.get()
                .read(READ, desk -> Uni.createFrom()
                        .deferred(() -> sandbox.get().read(tenant)))
                .map(stands -> SandboxClockView.of(tenant, stands, Now.by(real)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @PermissionsAllowed(Names.SANDBOX_CLOCK)
    @Operation(
            operationId = "setSandboxClock",
            summary = "Set or advance the time of a sandbox pharmacy",
            description =
                    "Time stands still from the first setting on, and only moves forwards. What falls due on the way"
                            + " happens in its order, each thing at its own instant. Asking for the time that it is already does"
                            + " nothing, so sending the same again is safe.")
    @APIResponse(responseCode = "200", description = "What the clock shows now.")
    @APIResponse(
            responseCode = "409",
            description = "The clock shows a later time already, or somebody else is moving it.")
    @APIResponse(responseCode = "422", description = "The time is out of range.")
    public Uni<SandboxClockView> set(@Valid NewClockTime body) {
        var tenant = CurrentTenant.require();
        return door.get()
                .write(SET, desk -> sandbox.get().begin(tenant, body.now()).invoke(wish -> tell(desk, wish)))
                .chain(wish -> sandbox.get()
                        .advance(wish)
                        .map(stands -> SandboxClockView.advanced(tenant, stands, wish.target())));
    }

    private static void tell(Writing desk, Wish wish) {
        var before = wish.before().map(stood -> Map.of("now", stood)).orElse(null);
        desk.journal().changed(wish.tenant().id().value(), null, before, Map.of("now", wish.target()));
    }
}
