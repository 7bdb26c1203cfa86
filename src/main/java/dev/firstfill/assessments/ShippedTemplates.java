package dev.firstfill.assessments;

import dev.firstfill.kernel.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The questionnaires that every pharmacy has. They come with the program, cost no rows, and are superseded by whatever
 * version of its own a pharmacy publishes under their code. A file that was released is never changed: a new version is
 * another file.
 */
final class ShippedTemplates {
    static final List<Template> ALL = Stream.of("adherence.1", "hcv.1", "ms.1", "oncology.1", "ra.1", "transplant.1")
            .map(ShippedTemplates::read)
            .toList();

    private ShippedTemplates() {}

    private static Template read(String name) {
        var dot = name.indexOf('.');
        try (var file = ShippedTemplates.class.getResourceAsStream("templates/" + name + ".json")) {
            return new Template(
                    // Of the name, so that it is the same wherever and whenever the program runs.
                    UUID.nameUUIDFromBytes(("firstfill/" + name).getBytes(StandardCharsets.UTF_8)),
                    1,
                    name.substring(0, dot),
                    Integer.parseInt(name.substring(dot + 1)),
                    TemplateState.PUBLISHED,
                    Json.read(Objects.requireNonNull(file, name).readAllBytes(), TemplateContent.class),
                    null,
                    null,
                    null);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
