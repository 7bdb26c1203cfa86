package dev.firstfill.api.architecture.broken;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Does not say who may call it. */
@Path("/broken-too")
abstract class ForgetsItsPermissionResource {
    @GET
    abstract String read();
}
