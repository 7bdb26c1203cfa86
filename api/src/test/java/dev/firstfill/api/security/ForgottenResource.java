package dev.firstfill.api.security;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Somebody forgot to say who may call this. Only in tests. */
@Path("/forgotten")
public class ForgottenResource {

    @GET
    @Operation(hidden = true)
    public String get() {
        return "open to the world";
    }
}
