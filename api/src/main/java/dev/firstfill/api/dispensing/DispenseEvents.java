package dev.firstfill.api.dispensing;

import dev.firstfill.api.security.ColleagueView;
import dev.firstfill.dispensing.DispenseEvent;
import dev.firstfill.dispensing.DispenseEventKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The story of a dispense. */
@Schema(description = "All that happened to a dispense, in order.")
public record DispenseEvents(List<Item> items) {

    /** One event. */
    @Schema(name = "DispenseEvent", description = "One thing that happened to a dispense.")
    public record Item(
            UUID id,
            DispenseEventKind kind,
            Instant at,
            ColleagueView by,

            @Schema(description = "Codes and quantities, by name.")
            Map<String, String> facts,

            @Nullable @Schema(description = "What somebody wrote of it.")
            String note) {
        @Override
        public String toString() {
            return "DispenseEvent[" + kind + "]";
        }
    }

    static DispenseEvents of(List<DispenseEvent> events) {
        return new DispenseEvents(events.stream()
                .map(event -> new Item(
                        event.id(),
                        event.kind(),
                        event.at(),
                        ColleagueView.of(event.by()),
                        event.facts(),
                        event.note()))
                .toList());
    }
}
