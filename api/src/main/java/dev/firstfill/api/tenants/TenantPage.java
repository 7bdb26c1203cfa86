package dev.firstfill.api.tenants;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of pharmacies. */
@Schema(description = "One page of pharmacies.")
public record TenantPage(
        List<TenantView> items,

        @Nullable @Schema(description = "Where the list goes on; absent on the last page.")
        String nextCursor) {}
