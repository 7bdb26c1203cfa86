package dev.firstfill.api.audit;

import dev.firstfill.tenancy.door.LedgerItem;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One access to a patient's data. */
@Schema(name = "Access", description = "Who did what with this patient's data, when and why.")
public record AccessView(
        @Schema(examples = "1207-9f8e7d6c", description = "The record in the audit ledger.")
        String record,

        Instant at,

        @Schema(description = "The person's or program's id with the identity provider.")
        String actor,

        @Schema(description = "The name to it.") String user,
        List<String> roles,
        @Schema(examples = "read patient") String act,

        @Schema(description = "What the data was wanted for.")
        String purpose,

        String outcome) {

    static AccessView of(LedgerItem item) {
        return new AccessView(
                item.reference().toString(),
                item.at(),
                item.actor(),
                item.entry().path("user").asText(),
                AuditRecordView.texts(item.entry().path("roles")),
                item.act(),
                item.entry().path("purpose").asText(),
                item.outcome());
    }
}
