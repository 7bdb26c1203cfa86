package dev.firstfill.cases;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.firstfill.clocks.Party;
import dev.firstfill.kernel.Colleague;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a case.
 *
 * @param from null of the first
 * @param waitsFor who was waited for from then on; null once it had ended
 * @param facts codes, dates and amounts, never what somebody typed
 * @param note in somebody's words
 */
public record CaseEvent(
        UUID id,
        Kind kind,
        Instant at,
        Colleague by,
        @Nullable CaseStatus from,
        CaseStatus to,
        @Nullable Party waitsFor,
        Map<String, String> facts,
        @Nullable String note) {

    @Schema(name = "CaseEventKind", description = "What happened to a case.")
    public enum Kind {
        @JsonProperty("opened")
        OPENED,
        @JsonProperty("moved")
        MOVED,
        /** More is known, and it stands where it stood. */
        @JsonProperty("informed")
        INFORMED,
        @JsonProperty("contacted")
        CONTACTED,
        @JsonProperty("warned")
        WARNED,
        @JsonProperty("breached")
        BREACHED,
        /** Time has come for something: to renew an authorisation, to look at a hold. */
        @JsonProperty("reminded")
        REMINDED,
        @JsonProperty("owned")
        OWNED
    }

    /** What happened, before it has a place in the story. */
    record Happening(Kind kind, Map<String, String> facts, Colleague by, Instant at) {}
}
