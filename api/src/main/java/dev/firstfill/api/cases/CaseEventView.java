package dev.firstfill.api.cases;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.firstfill.api.security.ColleagueView;
import dev.firstfill.cases.CaseEvent;
import dev.firstfill.cases.CaseStatus;
import dev.firstfill.clocks.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One thing that happened to a case, and how long it then waited for whom. */
@Schema(name = "CaseEvent", description = "One thing that happened to a case, and how long it then waited for whom.")
public record CaseEventView(
        UUID id,
        CaseEvent.Kind kind,
        Instant at,
        ColleagueView by,
        @Nullable CaseStatus from,
        CaseStatus to,

        @Nullable @Schema(description = "For whom the case waited from then on; absent once it had ended.")
        Party waitsFor,

        @Nullable
        @Schema(
                type = SchemaType.STRING,
                examples = "PT26H30M",
                description = "Until the next event; absent of the last one.")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        Duration waited,

        @Schema(description = "Codes, dates and amounts, such as the move and its reason.")
        Map<String, String> facts,

        @Nullable String note) {

    public static List<CaseEventView> of(List<CaseEvent> story) {
        return IntStream.range(0, story.size())
                .mapToObj(number -> of(
                        story.get(number),
                        number + 1 < story.size() ? story.get(number + 1).at() : null))
                .toList();
    }

    private static CaseEventView of(CaseEvent event, @Nullable Instant next) {
        return new CaseEventView(
                event.id(),
                event.kind(),
                event.at(),
                ColleagueView.of(event.by()),
                event.from(),
                event.to(),
                event.waitsFor(),
                next == null ? null : Duration.between(event.at(), next),
                event.facts(),
                event.note());
    }
}
