package dev.firstfill.api.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Replaces what no two runs have in common, each value by the same one wherever it comes again: ids, instants and the
 * slug of the story's pharmacy. All else must be equal to what is documented, to the letter.
 */
final class Blur {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern RECORD = Pattern.compile("([1-9][0-9]*)-[0-9a-f]{8}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern INSTANT = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z");
    /** What goes by between two requests of a story; nothing when the pharmacy is closed. */
    private static final Pattern MOMENT = Pattern.compile("PT0S|PT[0-9]{1,2}\\.[0-9]+S");

    private static final Instant BEGINNING = Instant.parse("2026-01-05T14:00:00Z");
    private static final int MINUTE_SECONDS = 60;

    /** When prescriptions of the stories are written: at least a day ago in every pharmacy, and not long ago. */
    static final LocalDate YESTERDAY = LocalDate.now(ZoneOffset.UTC).minusDays(1);

    private static final LocalDate WRITTEN = LocalDate.parse("2026-03-02");

    private static final Map<String, String> DAYS = Map.of(
            YESTERDAY.toString(), WRITTEN.toString(),
            YESTERDAY.plusYears(1).toString(), WRITTEN.plusYears(1).toString());

    private final String slug;
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Map<String, String> instants = new LinkedHashMap<>();

    Blur(String slug) {
        this.slug = slug;
    }

    JsonNode of(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var blurred = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(property -> blurred.set(property.getKey(), of(property.getValue())));
                yield blurred;
            }
            case ArrayNode array -> {
                var blurred = JsonNodeFactory.instance.arrayNode();
                array.forEach(item -> blurred.add(of(item)));
                yield blurred;
            }
            default -> node.isTextual() ? JsonNodeFactory.instance.textNode(of(node.asText())) : node;
        };
    }

    private String of(String text) {
        if (ID.matcher(text).matches()) {
            return ids.computeIfAbsent(text, id -> "01990000-0000-7000-8000-%012x".formatted(ids.size() + 1));
        }
        if (INSTANT.matcher(text).matches()) {
            return instants.computeIfAbsent(text, instant -> BEGINNING
                    .plusSeconds((long) MINUTE_SECONDS * instants.size())
                    .toString());
        }
        if (MOMENT.matcher(text).matches()) {
            return "PT0.05S";
        }
        if (DAYS.containsKey(text)) {
            return DAYS.get(text);
        }
        var record = RECORD.matcher(text);
        if (record.matches()) {
            return record.group(1) + "-9f8e7d6c";
        }
        if (HASH.matcher(text).matches()) {
            return "0".repeat(text.length());
        }
        return text.replace(slug, "northgate").replace("operator tests", "operator firstfill-operator");
    }
}
