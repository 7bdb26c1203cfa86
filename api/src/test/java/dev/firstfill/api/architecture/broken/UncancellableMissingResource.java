package dev.firstfill.api.architecture.broken;

import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/** A write that a client who hangs up would cancel. Abstract, so that no test serves it. */
@Path("/broken")
abstract class UncancellableMissingResource {
    @PUT
    abstract String write(String body);
}
