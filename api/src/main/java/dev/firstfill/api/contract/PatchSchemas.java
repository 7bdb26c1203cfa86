package dev.firstfill.api.contract;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

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

    private static Schema nullable(Schema schema) {
        boolean anything = schema.getRef() == null && schema.getType() == null;
        return anything
                ? schema
                : OASFactory.createSchema().anyOf(List.of(schema, TypeSchemas.ofType(SchemaType.NULL)));
    }
}
