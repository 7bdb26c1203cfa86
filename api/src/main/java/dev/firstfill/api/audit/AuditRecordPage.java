package dev.firstfill.api.audit;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of the ledger. */
@Schema(description = "One page of the ledger.")
public record AuditRecordPage(
        List<AuditRecordView> items,

        @Nullable @Schema(description = "Where the list goes on; absent on the last page.")
        String nextCursor) {}
