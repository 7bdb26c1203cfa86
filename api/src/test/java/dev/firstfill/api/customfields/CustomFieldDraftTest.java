package dev.firstfill.api.customfields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.firstfill.api.json.JsonBodies;
import dev.firstfill.customfields.CustomFieldProblem;
import dev.firstfill.customfields.CustomFieldType;
import dev.firstfill.customfields.CustomFieldsRefused;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CustomFieldDraftTest {

    @Test
    void what_is_left_out_is_no() {
        var definition = draft("""
                {"key": "journeyStage", "label": "Journey stage", "type": "choice", "options": ["new", "stable"]}
                """).checked();

        assertThat(definition.type()).isEqualTo(CustomFieldType.CHOICE);
        assertThat(definition.options()).containsExactly("new", "stable");
        assertThat(definition.required()).isFalse();
        assertThat(definition.sensitive()).isFalse();
        assertThat(definition.archived()).isFalse();
    }

    @Test
    void every_mistake_is_named_with_its_place() {
        var draft = draft("""
                {"key": "Journey Stage", "type": "choice", "maxLength": 3, "options": ["new", " NEW ", ""]}
                """);

        var refused = catchThrowableOfType(CustomFieldsRefused.class, draft::checked);

        assertThat(refused.problems())
                .extracting(CustomFieldProblem::pointer)
                .containsExactlyInAnyOrder("/key", "/label", "/maxLength", "/options/1", "/options/2");
    }

    @Test
    void nothing_at_all_is_refused_as_well() {
        var refused = catchThrowableOfType(
                CustomFieldsRefused.class, () -> draft("{}").checked());

        assertThat(refused.problems())
                .extracting(CustomFieldProblem::pointer)
                .containsExactlyInAnyOrder("/key", "/label", "/type");
    }

    @Test
    void a_definition_drafted_again_is_the_same() {
        var definition = draft("""
                {"key": "visits", "label": "Visits", "type": "number", "min": 0, "max": 99.5, "sensitive": true}
                """).checked();

        assertThat(CustomFieldDraft.of(definition).checked()).isEqualTo(definition);
    }

    private static CustomFieldDraft draft(String json) {
        return new JsonBodies().read(json.getBytes(StandardCharsets.UTF_8), CustomFieldDraft.class);
    }
}
