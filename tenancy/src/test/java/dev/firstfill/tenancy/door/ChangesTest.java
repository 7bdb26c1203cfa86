package dev.firstfill.tenancy.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firstfill.kernel.Json;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChangesTest {
    private static final ObjectMapper JSON = Json.mapper();
    private static final UUID PRESCRIPTION = new UUID(0, 1);
    private static final UUID LOT = new UUID(0, 2);

    private final Changes changes = new Changes();

    @Test
    void what_is_changed_twice_has_changed_from_what_it_was_first_to_what_it_is_now() {
        changes.add(PRESCRIPTION, Map.of("fills", 3, "state", "active"), Map.of("fills", 2, "state", "active"));
        changes.add(PRESCRIPTION, Map.of("fills", 2), Map.of("fills", 1));

        assertThat(content()).isEqualTo("{\"changes\":{\"fills\":{\"before\":3,\"after\":1}}}");
    }

    @Test
    void what_is_as_it_was_in_the_end_has_not_changed() {
        changes.add(PRESCRIPTION, Map.of("fills", 3), Map.of("fills", 2));
        changes.add(LOT, Map.of("units", 30), Map.of("units", 30));
        changes.add(PRESCRIPTION, Map.of("fills", 2), Map.of("fills", 3));

        assertThat(content()).isEqualTo("{}");
        assertThat(entry()).isEqualTo("{}");
        assertThat(changes.first()).contains(PRESCRIPTION);
    }

    @Test
    void fields_of_the_same_name_are_kept_apart_by_thing() {
        changes.add(PRESCRIPTION, Map.of("state", "active"), Map.of("state", "filled"));
        changes.add(LOT, null, Map.of("state", "sealed"));

        assertThat(entry()).isEqualTo("""
                {"fields":["state"],"alsoChanged":[{"resource":"%s","fields":["state"]}]}""".formatted(LOT));
        assertThat(content()).isEqualTo("""
                {"changes":{"state":{"before":"active","after":"filled"}},\
                "alsoChanged":[{"resource":"%s","changes":{"state":{"before":null,"after":"sealed"}}}]}""".formatted(LOT));
    }

    private String entry() {
        var entry = JSON.createObjectNode();
        changes.name(entry);
        return entry.toString();
    }

    private String content() {
        var content = JSON.createObjectNode();
        changes.tell(content);
        return content.toString();
    }
}
