package dev.firstfill.api.referrals;

import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.referrals.ReferralFile;
import dev.firstfill.referrals.ReferralId;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** What was sent, byte for byte. Offered as a download, so that no browser takes it for a page of ours. */
@Path("/v1/referrals/{referral}/document")
@Produces(MediaType.APPLICATION_OCTET_STREAM)
@Tag(name = "Referrals")
public class ReferralDocumentResource {
    private final ReferralFile file;

    ReferralDocumentResource(ReferralFile file) {
        this.file = file;
    }

    @GET
    @PermissionsAllowed(Names.REFERRAL_READ)
    @Operation(
            operationId = "getReferralDocument",
            summary = "Read the document that was sent",
            description = "Byte for byte, whatever was read of it.")
    @APIResponse(responseCode = "200", description = "The document; X-Document-Type says as what it was sent.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<RestResponse<byte[]>> document(@RestPath String referral) {
        return file.document(ReferralId.of(referral)).map(document -> ResponseBuilder.ok(document.bytes())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"referral.json\"")
                .header("X-Document-Type", document.mediaType())
                .build());
    }
}
