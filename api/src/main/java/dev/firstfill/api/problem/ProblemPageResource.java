package dev.firstfill.api.problem;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Explains each problem at the address that its {@code type} names. For everybody: it says nothing of anybody. */
@Path("/problems")
@Produces(ProblemPageResource.MARKDOWN)
@Tag(name = "Problems", description = "What the problems mean, and what to do.")
public class ProblemPageResource {
    static final String MARKDOWN = "text/markdown;charset=UTF-8";

    private final ProblemPages pages = ProblemPages.packaged();

    @GET
    @Path("/{code}")
    @PermitAll
    @Operation(operationId = "getProblem", summary = "Read what a problem means")
    @APIResponse(responseCode = "200", description = "What caller, operator and support do.")
    public String get(@RestPath String code) {
        return pages.page(code).orElseThrow(NotFoundException::new);
    }
}
