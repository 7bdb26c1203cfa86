package dev.firstfill.api.security;

import dev.firstfill.kernel.Colleague;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who works in the pharmacy. */
@Schema(name = "Colleague", description = "Somebody who works in the pharmacy.")
public record ColleagueView(
        @Schema(description = "As the audit ledger calls them, its actor.")
        String id,

        String name) {
    public static ColleagueView of(Colleague colleague) {
        return new ColleagueView(colleague.id(), colleague.name());
    }
}
