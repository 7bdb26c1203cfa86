package dev.firstfill.api.contract;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/**
 * Merge patches of what can be replaced as a whole (RFC 7396): nothing is required, what may be absent may be null,
 * objects are changed in parts and lists replaced.
 */
final class PatchSchemas {
    private static final String REFERENCE = "#/components/schemas/";

    private final Map<String, Schema> components;

    PatchSchemas(Map<String, Schema> components) {
        this.components = components;
    }

    /** @return the name of the patch's schema */
    String of(String replaced) {
        var name = replaced + "Patch";
        if (components.containsKey(name)) {
            return name;
        }
        var whole = components.get(replaced);
        var patch = TypeSchemas.ofType(SchemaType.OBJECT)
                .description("A JSON merge patch (RFC 7396): null removes a member, a list replaces the whole list.")
                .additionalPropertiesSchema(TypeSchemas.nothing());
        components.put(name, patch);
        List<String> required = whole.getRequired() == null ? List.of() : whole.getRequired();
        whole.getProperties().forEach((property, schema) -> {
            var part = part(schema);
            patch.addProperty(property, required.contains(property) ? part : nullable(part));
        });
        return name;
    }

    private Schema part(Schema schema) {
        if (schema.getRef() == null) {
            return schema;
        }
        var name = schema.getRef().substring(REFERENCE.length());
        return components.get(name).getProperties() == null
                ? schema
                : OASFactory.createSchema().ref(of(name));
    }

    /** As a second type where that can be said, because few generators of clients see a null behind anyOf. */
    private Schema nullable(Schema schema) {
        var text = text(schema);
        if (text != null) {
            return withNull(text);
        }
        if (schema.getType() != null) {
            return withNull(schema);
        }
        boolean anything = schema.getRef() == null;
        return anything
                ? schema
                : OASFactory.createSchema().anyOf(List.of(schema, TypeSchemas.ofType(SchemaType.NULL)));
    }

    /** What an identifier's component says, with what its place adds; null for all else. */
    private @Nullable Schema text(Schema schema) {
        if (schema.getRef() == null) {
            return null;
        }
        var component = components.get(schema.getRef().substring(REFERENCE.length()));
        boolean closed = component.getEnumeration() != null || component.getProperties() != null;
        if (closed) {
            return null;
        }
        var text = copy(component);
        return schema.getDescription() == null ? text : text.description(schema.getDescription());
    }

    private static Schema withNull(Schema schema) {
        return copy(schema).addType(SchemaType.NULL);
    }

    private static Schema copy(Schema schema) {
        var copy = OASFactory.createSchema();
        copy.setAll(schema.getAll());
        return copy.type(List.copyOf(schema.getType()));
    }
}
