package dev.firstfill.api.customfields;

import dev.firstfill.api.http.Answers;
import dev.firstfill.api.http.EntityTags;
import dev.firstfill.api.idempotency.WritesOnce;
import dev.firstfill.api.json.MergePatch;
import dev.firstfill.api.json.ValidBodies;
import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.customfields.CustomField;
import dev.firstfill.customfields.CustomFieldDefinition;
import dev.firstfill.customfields.CustomFieldDesk;
import dev.firstfill.customfields.CustomFieldId;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Fields that the caller's pharmacy defined for its patients. */
@Path("/v1/custom-fields")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Custom fields", description = "What the pharmacy records of its patients beyond what every pharmacy does.")
public class CustomFieldResource {
    private final CustomFieldDesk desk;
    private final ValidBodies bodies;

    CustomFieldResource(CustomFieldDesk desk, ValidBodies bodies) {
        this.desk = desk;
        this.bodies = bodies;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.CUSTOM_FIELD_WRITE)
    @Operation(operationId = "createCustomField", summary = "Define a field")
    @APIResponse(responseCode = "201", description = "The field is defined.")
    @APIResponse(responseCode = "409", description = "Another custom field has this key.")
    @APIResponse(responseCode = "422", description = "The definition breaks rules; errors names them.")
    public Uni<RestResponse<CustomFieldView>> create(@Valid CustomFieldDraft body) {
        return desk.define(body.checked())
                .map(field ->
                        Answers.created("/v1/custom-fields/" + field.id(), CustomFieldView.of(field), field.version()));
    }

    @GET
    @PermissionsAllowed(Names.CUSTOM_FIELD_READ)
    @Operation(operationId = "listCustomFields", summary = "List all fields, archived ones included")
    public Uni<CustomFieldList> list() {
        return desk.list()
                .map(fields -> new CustomFieldList(
                        fields.stream().map(CustomFieldView::of).toList()));
    }

    @GET
    @Path("/{field}")
    @PermissionsAllowed(Names.CUSTOM_FIELD_READ)
    @Operation(operationId = "getCustomField", summary = "Read a field")
    public Uni<RestResponse<CustomFieldView>> get(@RestPath String field) {
        return desk.read(CustomFieldId.of(field)).map(CustomFieldResource::ok);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{field}")
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.CUSTOM_FIELD_WRITE)
    @Operation(operationId = "replaceCustomField", summary = "Replace a field's definition")
    @APIResponse(responseCode = "200", description = "The definition as it is now.")
    @APIResponse(responseCode = "422", description = "The definition breaks rules, or its key or type changed.")
    public Uni<RestResponse<CustomFieldView>> replace(
            @RestPath String field,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid CustomFieldDraft body) {
        return desk.change(CustomFieldId.of(field), EntityTags.seen(ifMatch), body.checked())
                .map(CustomFieldResource::ok);
    }

    @PATCH
    @Path("/{field}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.CUSTOM_FIELD_WRITE)
    @Operation(operationId = "updateCustomField", summary = "Change parts of a field's definition, or archive it")
    @APIResponse(responseCode = "200", description = "The definition as it is now.")
    @APIResponse(responseCode = "422", description = "The definition breaks rules, or its key or type changed.")
    public Uni<RestResponse<CustomFieldView>> update(
            @RestPath String field, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, MergePatch body) {
        return desk.change(CustomFieldId.of(field), EntityTags.seen(ifMatch), present -> patched(present, body))
                .map(CustomFieldResource::ok);
    }

    private CustomFieldDefinition patched(CustomFieldDefinition present, MergePatch patch) {
        return bodies.patched(CustomFieldDraft.of(present), patch, CustomFieldDraft.class)
                .checked();
    }

    private static RestResponse<CustomFieldView> ok(CustomField field) {
        return Answers.ok(CustomFieldView.of(field), field.version());
    }
}
