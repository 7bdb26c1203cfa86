package dev.firstfill.api.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a client wants changed, and nothing else (RFC 7396): null removes, an object goes deeper, all else replaces. */
@Schema(
        type = SchemaType.OBJECT,
        description = "A JSON merge patch (RFC 7396): null removes a member, a list replaces the whole list.")
public record MergePatch(@Schema(hidden = true) ObjectNode patch) {
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MergePatch {}

    public JsonNode appliedTo(JsonNode target) {
        return merged(target, patch);
    }

    /** The procedure of RFC 7396, section 2. */
    private static JsonNode merged(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        var result = target.isObject() ? ((ObjectNode) target).deepCopy() : JsonNodeFactory.instance.objectNode();
        for (var member : patch.properties()) {
            if (member.getValue().isNull()) {
                result.remove(member.getKey());
            } else {
                var present = result.path(member.getKey());
                result.set(member.getKey(), merged(present, member.getValue()));
            }
        }
        return result;
    }
}
