package dev.firstfill.api.tasks;

import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A colleague who is to have a task. */
@Schema(
        name = "Assignee",
        description = "A colleague who is to have a task. There is no directory of colleagues yet: whether there is"
                + " such a one is not looked up.")
public record AssigneeBody(
        @NotBlank
        @OneLine
        @Size(max = 100)
        @Schema(
                examples = "5b3f0c1e-6a2d-4c57-9d0e-3f1f6f0a7b21",
                description = "The colleague's id with the identity provider, as GET /v1/me answers it.")
        String id,

        @NotBlank @OneLine @Size(max = 100) @Schema(examples = "omar.northgate")
        String name) {

    Colleague colleague() {
        return new Colleague(id, name);
    }
}
