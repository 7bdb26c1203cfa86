package dev.firstfill.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Namespace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code kubectl apply --kustomize k8s/overlays/…} sends is taken, runs restricted and finds what it refers to. */
class OverlaysTest {
    @ParameterizedTest
    @ValueSource(strings = {"staging", "production"})
    void every_pod_keeps_the_restricted_profile(String overlay) {
        var workloads = built(overlay).workloads();

        assertThat(workloads).extracting(Workload::name).containsExactlyInAnyOrder("api", "worker", "migration");
        assertThat(workloads).flatMap(RestrictedProfile::breaches).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"staging", "production"})
    void every_workload_keeps_our_own_rules(String overlay) throws IOException {
        var documented = Documented.read();

        assertThat(built(overlay).workloads())
                .flatMap(workload -> HouseRules.breaches(workload, documented))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"staging", "production"})
    void whatever_is_called_by_name_is_there(String overlay) throws IOException {
        assertThat(References.breaches(built(overlay), Documented.read())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"staging", "production"})
    void all_is_in_one_namespace_which_enforces_the_restricted_profile(String overlay) {
        var manifests = built(overlay);

        var namespace = manifests.of(Namespace.class).get(0).getMetadata();
        assertThat(namespace.getLabels()).containsEntry("pod-security.kubernetes.io/enforce", "restricted");
        assertThat(manifests.all())
                .filteredOn(one -> !(one instanceof Namespace))
                .extracting(one -> one.getMetadata().getNamespace())
                .containsOnly(namespace.getName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"staging", "production"})
    void the_worker_alone_does_what_happens_by_itself(String overlay) {
        var manifests = built(overlay);

        assertThat(background(manifests, "api")).containsExactly("false");
        assertThat(background(manifests, "worker")).containsExactly("true");
    }

    private static List<String> background(Manifests manifests, String name) {
        return manifests.workloads().stream()
                .filter(workload -> workload.name().equals(name))
                .flatMap(workload -> workload.containers().stream())
                .flatMap(container -> container.getEnv().stream())
                .filter(variable -> variable.getName().equals("FIRSTFILL_BACKGROUND"))
                .map(EnvVar::getValue)
                .toList();
    }

    static Manifests built(String overlay) {
        return Manifests.read(Kustomization.build(folder(overlay)));
    }

    static Path folder(String overlay) {
        return Documented.root().resolve("k8s/overlays").resolve(overlay);
    }
}
