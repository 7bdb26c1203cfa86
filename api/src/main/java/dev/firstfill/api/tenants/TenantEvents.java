package dev.firstfill.api.tenants;

import dev.firstfill.tenancy.catalogue.TenantEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was done with a pharmacy: some dozens of events in its life, so they are never paged. */
@Schema(description = "What was done with a pharmacy, the oldest first.")
public record TenantEvents(List<Event> items) {

    static TenantEvents of(List<TenantEvent> events) {
        return new TenantEvents(events.stream()
                .map(event -> new Event(
                        event.at(), event.actor(), event.what(), event.details().getMap()))
                .toList());
    }

    /** One of them. */
    @Schema(name = "TenantEvent", description = "One thing that was done with a pharmacy.")
    public record Event(
            Instant at,

            @Schema(examples = "operator firstfill-operator")
            String actor,

            @Schema(examples = "suspended") String what,
            Map<String, Object> details) {}
}
