package dev.firstfill.deployment;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads YAML, and refuses what a lenient reader would pass over: unknown fields, doubled ones, wrong types. */
final class Yaml {
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .annotationIntrospector(new NoFieldsBesides())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private Yaml() {}

    /** The library keeps fields that it does not know, beside those it does; the API server refuses them. */
    private static final class NoFieldsBesides extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasAnySetter(Annotated member) {
            return false;
        }
    }

    static List<JsonNode> documents(Path file) {
        try (var parser = MAPPER.createParser(Files.readString(file))) {
            var documents = new ArrayList<JsonNode>();
            while (parser.nextToken() != null) {
                documents.add(MAPPER.readTree(parser));
            }
            return documents;
        } catch (JsonProcessingException wrong) {
            throw new Refused("%s: %s".formatted(file.getFileName(), wrong.getOriginalMessage()));
        } catch (IOException missing) {
            throw new Refused("%s cannot be read".formatted(file));
        }
    }

    static <T> T as(Class<T> type, JsonNode document, String where) {
        try {
            return MAPPER.treeToValue(document, type);
        } catch (UnrecognizedPropertyException unknown) {
            throw new Refused("%s: there is no field %s".formatted(where, path(unknown)));
        } catch (JsonProcessingException wrong) {
            throw new Refused("%s: %s".formatted(where, wrong.getOriginalMessage()));
        }
    }

    static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    private static String path(UnrecognizedPropertyException unknown) {
        return unknown.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .substring(1);
    }
}
