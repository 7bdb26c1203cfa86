package dev.firstfill.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Manifests that Kubernetes would take: each of a kind we use, and each field of its schema. */
record Manifests(List<HasMetadata> all) {
    private static final Map<String, Class<? extends HasMetadata>> KINDS = Stream.of(
                    Namespace.class,
                    ConfigMap.class,
                    ServiceAccount.class,
                    PersistentVolumeClaim.class,
                    Service.class,
                    Deployment.class,
                    Job.class,
                    HorizontalPodAutoscaler.class,
                    PodDisruptionBudget.class,
                    NetworkPolicy.class)
            .collect(Collectors.toMap(
                    type -> HasMetadata.getApiVersion(type) + "/" + HasMetadata.getKind(type), Function.identity()));

    static Manifests read(List<JsonNode> documents) {
        return new Manifests(documents.stream().map(Manifests::typed).toList());
    }

    private static HasMetadata typed(JsonNode document) {
        var kind = document.path("apiVersion").asText() + "/"
                + document.path("kind").asText();
        var type = KINDS.get(kind);
        if (type == null) {
            throw new Refused("%s is of no kind that is checked here: %s"
                    .formatted(document.at("/metadata/name").asText("a manifest"), kind));
        }
        var where = document.path("kind").asText() + " "
                + document.at("/metadata/name").asText();
        return Yaml.as(type, document, where);
    }

    <T extends HasMetadata> List<T> of(Class<T> type) {
        return all.stream().filter(type::isInstance).map(type::cast).toList();
    }

    boolean has(Class<? extends HasMetadata> type, String name) {
        return of(type).stream().anyMatch(one -> one.getMetadata().getName().equals(name));
    }

    List<Workload> workloads() {
        var deployments = of(Deployment.class).stream()
                .map(one -> workload(one, one.getSpec().getTemplate()));
        var jobs = of(Job.class).stream().map(one -> workload(one, one.getSpec().getTemplate()));
        return Stream.concat(deployments, jobs).toList();
    }

    private static Workload workload(HasMetadata of, PodTemplateSpec template) {
        return new Workload(
                of.getKind() + " " + of.getMetadata().getName(),
                of.getMetadata().getName(),
                template.getMetadata().getLabels(),
                template.getSpec());
    }
}
