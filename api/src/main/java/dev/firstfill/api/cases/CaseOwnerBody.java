package dev.firstfill.api.cases;

import dev.firstfill.kernel.Colleague;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who looks after a case. */
@Schema(name = "CaseOwner", description = "Who looks after a case.")
public record CaseOwnerBody(
        @NotBlank @Size(max = 80) @Schema(description = "As the identity provider calls them.")
        String id,

        @NotBlank @Size(max = 80) String name) {
    Colleague colleague() {
        return new Colleague(id, name);
    }
}
