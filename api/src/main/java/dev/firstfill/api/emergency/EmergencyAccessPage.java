package dev.firstfill.api.emergency;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of accesses in emergencies. */
@Schema(description = "One page of emergency accesses.")
public record EmergencyAccessPage(
        List<EmergencyAccessView> items,

        @Nullable @Schema(description = "Where the list goes on; absent on the last page.")
        String nextCursor) {}
