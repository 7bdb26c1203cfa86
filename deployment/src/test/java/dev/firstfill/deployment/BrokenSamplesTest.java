package dev.firstfill.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Deliberately broken files, under {@code src/test/resources/broken}, each refused with its reason. */
class BrokenSamplesTest {
    @Test
    void a_manifest_with_a_field_that_kubernetes_does_not_know_is_refused() {
        var documents = Kustomization.build(sample("unknown-field"));

        assertThatThrownBy(() -> Manifests.read(documents))
                .isInstanceOf(Refused.class)
                .hasMessage("Deployment api: there is no field"
                        + " spec.template.spec.containers[0].livenessProbe.httpGet.schema");
    }

    @Test
    void a_privileged_pod_is_refused() {
        var workload = Manifests.read(Kustomization.build(sample("privileged-pod")))
                .workloads()
                .get(0);

        assertThat(RestrictedProfile.breaches(workload))
                .containsExactly(
                        "Deployment api, container api breaks \"Privileged Containers\"",
                        "Deployment api, container api breaks \"Privilege Escalation\"");
    }

    @Test
    void an_overlay_with_a_field_that_nobody_checks_is_refused() {
        assertThatThrownBy(() -> Kustomization.build(sample("overlay")))
                .isInstanceOf(Refused.class)
                .hasMessage("overlay/kustomization.yaml: there is no field namePrefix");
    }

    @Test
    void an_overlay_that_patches_what_is_not_there_is_refused() {
        assertThatThrownBy(() -> Kustomization.build(sample("lost-patch")))
                .isInstanceOf(Refused.class)
                .hasMessage("lost-patch/replicas.yaml: there is no Deployment desk to patch");
    }

    private static Path sample(String name) {
        return Documented.root().resolve("deployment/src/test/resources/broken").resolve(name);
    }
}
