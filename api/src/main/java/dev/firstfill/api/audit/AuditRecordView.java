package dev.firstfill.api.audit;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firstfill.tenancy.door.LedgerItem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One record of the ledger. */
@Schema(name = "AuditRecord", description = "Who did what, when, to whose data, why, and how it ended.")
public record AuditRecordView(
        @Schema(
                examples = "1207-9f8e7d6c",
                description = "Its number in the ledger, counted from 1 without a gap, and the beginning of its hash.")
        String id,

        Instant at,

        @Schema(description = "The person's or program's id with the identity provider.")
        String actor,

        @Schema(description = "The name to it.") String user,
        List<String> roles,
        String client,

        @Schema(description = "What the data was wanted for.")
        String purpose,

        @Schema(examples = "read patient", description = "What was done to what kind of thing.")
        String act,

        @Schema(description = "done, refused, undone or failed.")
        String outcome,

        @Nullable @Schema(description = "The problem's code, when it was refused.")
        String code,

        @Nullable @Schema(description = "The thing that was asked for, by the id or number it was asked by.")
        String resource,

        @Schema(description = "Whose data was seen or changed.")
        List<UUID> patients,

        @Schema(description = "What was changed; from what to what is in content.")
        List<String> fields,

        @Nullable
        @Schema(
                description = "What else was changed in the same act, when several things were: resource and fields"
                        + " are those of the first.")
        List<AlsoChanged> alsoChanged,

        @Nullable @Schema(description = "What allowed a disclosure.")
        String basis,

        String request,
        @Nullable String trace,
        @Nullable String source,

        @Nullable
        @Schema(
                description = "What was kept sealed: what was sought, what changes were made, what was disclosed. Shown"
                        + " when a single record is read.")
        Map<String, Object> content,

        @Nullable @Schema(description = "True when the content went with the key of a patient who has been erased.")
        Boolean erased) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    static AuditRecordView of(LedgerItem item) {
        var entry = item.entry();
        return new AuditRecordView(
                item.reference().toString(),
                item.at(),
                item.actor(),
                entry.path("user").asText(),
                texts(entry.path("roles")),
                entry.path("client").asText(),
                entry.path("purpose").asText(),
                item.act(),
                item.outcome(),
                text(entry, "code"),
                text(entry, "resource"),
                item.patients(),
                texts(entry.path("fields")),
                alsoChanged(entry.path("alsoChanged")),
                text(entry, "basis"),
                entry.path("request").asText(),
                text(entry, "trace"),
                text(entry, "source"),
                item.content() == null ? null : JSON.convertValue(item.content(), OBJECT),
                item.erased() ? true : null);
    }

    /** A thing that was changed beside the one that the record is about. */
    @Schema(name = "AlsoChanged")
    public record AlsoChanged(String resource, List<String> fields) {}

    private static @Nullable List<AlsoChanged> alsoChanged(JsonNode things) {
        return things.isMissingNode()
                ? null
                : StreamSupport.stream(things.spliterator(), false)
                        .map(thing -> new AlsoChanged(thing.path("resource").asText(), texts(thing.path("fields"))))
                        .toList();
    }

    private static @Nullable String text(JsonNode entry, String name) {
        return entry.hasNonNull(name) ? entry.get(name).asText() : null;
    }

    static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
