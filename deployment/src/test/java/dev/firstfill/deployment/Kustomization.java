package dev.firstfill.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.zjsonpatch.JsonPatch;
import io.fabric8.zjsonpatch.JsonPatchException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The part of kustomize that {@code k8s/} uses: resources, one namespace, images, and patches of RFC 6902 from files.
 * Every other field is refused, so that nobody writes one which is not checked. There is no kustomize that a fresh
 * machine could fetch from a publisher we know; what this builds was compared with {@code kubectl kustomize} (see
 * decision 33).
 */
record Kustomization(
        String apiVersion,
        String kind,
        @Nullable String namespace,
        @Nullable List<String> resources,
        @Nullable List<Image> images,
        @Nullable List<Patch> patches) {

    record Image(String name, String newName, String newTag) {}

    record Patch(Target target, String path) {}

    record Target(@Nullable String group, String version, String kind, String name) {
        boolean fits(JsonNode manifest) {
            var apiVersion = group == null ? version : group + "/" + version;
            return manifest.path("apiVersion").asText().equals(apiVersion)
                    && manifest.path("kind").asText().equals(kind)
                    && manifest.at("/metadata/name").asText().equals(name);
        }
    }

    /** All manifests of the folder, as {@code kubectl apply --kustomize} would send them. */
    static List<JsonNode> build(Path folder) {
        var file = folder.resolve("kustomization.yaml");
        var where = folder.getFileName() + "/kustomization.yaml";
        var documents = Yaml.documents(file);
        if (documents.size() != 1) {
            throw new Refused(where + " must hold one document");
        }
        return Yaml.as(Kustomization.class, documents.get(0), where).builtIn(folder);
    }

    private List<JsonNode> builtIn(Path folder) {
        var manifests = new ArrayList<JsonNode>();
        for (var resource : or(resources)) {
            var path = folder.resolve(resource);
            manifests.addAll(resource.endsWith(".yaml") ? Yaml.documents(path) : build(path.normalize()));
        }
        manifests.forEach(this::intoNamespace);
        manifests.forEach(manifest -> or(images).forEach(image -> exchange(image, manifest)));
        or(patches).forEach(patch -> apply(patch, folder, manifests));
        return manifests;
    }

    private void intoNamespace(JsonNode manifest) {
        if (namespace != null && !manifest.path("kind").asText().equals("Namespace")) {
            ((ObjectNode) manifest.path("metadata")).put("namespace", namespace);
        }
    }

    private static void exchange(Image image, JsonNode manifest) {
        for (var list : List.of("containers", "initContainers")) {
            for (var container : manifest.at("/spec/template/spec").path(list)) {
                var named = container.path("image").asText();
                if (named.replaceFirst(":[^:/]*$", "").equals(image.name())) {
                    ((ObjectNode) container).put("image", image.newName() + ":" + image.newTag());
                }
            }
        }
    }

    private static void apply(Patch patch, Path folder, List<JsonNode> manifests) {
        var where = folder.getFileName() + "/" + patch.path();
        var fitting = manifests.stream().filter(patch.target()::fits).toList();
        if (fitting.size() != 1) {
            throw new Refused("%s: there is no %s %s to patch"
                    .formatted(where, patch.target().kind(), patch.target().name()));
        }
        var changes = (ArrayNode) Yaml.documents(folder.resolve(patch.path())).get(0);
        try {
            manifests.replaceAll(manifest ->
                    manifest == fitting.get(0) ? JsonPatch.apply(changes, manifest) : Objects.requireNonNull(manifest));
        } catch (JsonPatchException wrong) {
            throw new Refused("%s: %s".formatted(where, wrong.getMessage()));
        }
    }

    private static <T> List<T> or(@Nullable List<T> given) {
        return given == null ? List.of() : given;
    }
}
