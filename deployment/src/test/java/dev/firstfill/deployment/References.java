package dev.firstfill.deployment;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.SecretVolumeSource;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether what manifests call by name is there: in another of them, or among what is documented. */
final class References {
    private final Manifests manifests;
    private final Documented documented;
    private final List<String> broken = new ArrayList<>();
    private final Set<String> secretsUsed = new TreeSet<>();

    private References(Manifests manifests, Documented documented) {
        this.manifests = manifests;
        this.documented = documented;
    }

    static List<String> breaches(Manifests manifests, Documented documented) {
        var references = new References(manifests, documented);
        references.look();
        return List.copyOf(references.broken);
    }

    private void look() {
        manifests.workloads().forEach(this::look);
        manifests.of(ConfigMap.class).forEach(map -> map.getData()
                .keySet()
                .forEach(key -> variable(key, "ConfigMap " + map.getMetadata().getName())));
        manifests.of(Deployment.class).forEach(this::look);
        manifests.of(Service.class).forEach(this::look);
        manifests.of(PodDisruptionBudget.class).forEach(this::look);
        manifests.of(HorizontalPodAutoscaler.class).forEach(this::look);
        broken.addAll(Policies.breaches(manifests));
        documented.secrets().stream()
                .filter(secret -> !secretsUsed.contains(secret))
                .forEach(secret -> broken.add("Nobody uses the documented secret " + secret));
    }

    private void look(Workload workload) {
        var pod = workload.pod();
        must(
                manifests.has(ServiceAccount.class, pod.getServiceAccountName()),
                workload.where() + " runs as an unknown ServiceAccount " + pod.getServiceAccountName());
        pod.getVolumes().forEach(volume -> look(volume, workload.where()));
        var volumes = pod.getVolumes().stream().map(Volume::getName).collect(Collectors.toSet());
        workload.containers().forEach(container -> {
            look(container, workload.where());
            container
                    .getVolumeMounts()
                    .forEach(mount -> must(
                            volumes.contains(mount.getName()),
                            workload.where() + " mounts an unknown volume " + mount.getName()));
        });
        pod.getTopologySpreadConstraints()
                .forEach(spread -> must(
                        workload.isSelectedBy(spread.getLabelSelector()),
                        workload.where() + " is spread by a selector that does not select it"));
    }

    private void look(Volume volume, String where) {
        if (volume.getSecret() != null) {
            var items = volume.getSecret().getItems();
            must(!items.isEmpty(), "%s, volume %s must list its keys".formatted(where, volume.getName()));
            items.forEach(item -> secret(keyOf(volume.getSecret(), item), where));
        }
        if (volume.getPersistentVolumeClaim() != null) {
            var claim = volume.getPersistentVolumeClaim().getClaimName();
            must(
                    manifests.has(PersistentVolumeClaim.class, claim),
                    where + " uses an unknown PersistentVolumeClaim " + claim);
        }
    }

    private static String keyOf(SecretVolumeSource secret, KeyToPath item) {
        return secret.getSecretName() + "/" + item.getKey();
    }

    private void look(Container container, String where) {
        container.getEnvFrom().stream()
                .map(from -> from.getConfigMapRef().getName())
                .filter(name -> !manifests.has(ConfigMap.class, name))
                .forEach(name -> broken.add(where + " reads an unknown ConfigMap " + name));
        container.getEnv().forEach(one -> {
            variable(one.getName(), where);
            if (one.getValueFrom() != null) {
                var reference = Objects.requireNonNull(one.getValueFrom().getSecretKeyRef());
                secret(reference.getName() + "/" + reference.getKey(), where);
            }
        });
    }

    private void variable(String name, String where) {
        must(documented.variables().contains(name), "%s sets %s, which nobody reads".formatted(where, name));
    }

    private void secret(String secret, String where) {
        secretsUsed.add(secret);
        must(
                documented.secrets().contains(secret),
                "%s uses a secret that is not documented: %s".formatted(where, secret));
    }

    private void look(Deployment deployment) {
        var pods = deployment.getSpec().getTemplate().getMetadata().getLabels();
        must(
                pods.entrySet()
                        .containsAll(deployment
                                .getSpec()
                                .getSelector()
                                .getMatchLabels()
                                .entrySet()),
                where(deployment) + " does not select its own pods");
    }

    private void look(Service service) {
        var selected = manifests.workloads().stream()
                .filter(workload -> workload.isSelectedBy(service.getSpec().getSelector()))
                .toList();
        onlyNamesake(service, selected);
        for (var port : service.getSpec().getPorts()) {
            var target = port.getTargetPort().getStrVal();
            must(
                    selected.stream()
                            .flatMap(workload -> workload.containers().stream())
                            .allMatch(container -> container.getPorts().stream()
                                    .anyMatch(open -> open.getName().equals(target))),
                    "%s leads to the port %s, which is not open".formatted(where(service), target));
        }
    }

    private void look(PodDisruptionBudget budget) {
        onlyNamesake(
                budget,
                manifests.workloads().stream()
                        .filter(workload ->
                                workload.isSelectedBy(budget.getSpec().getSelector()))
                        .toList());
    }

    /** The API's service must never lead to the worker, nor a budget count another's pods. */
    private void onlyNamesake(HasMetadata of, List<Workload> selected) {
        var names = selected.stream().map(Workload::name).toList();
        must(
                names.equals(List.of(of.getMetadata().getName())),
                "%s must select %s alone, and selects %s"
                        .formatted(where(of), of.getMetadata().getName(), names));
    }

    private void look(HorizontalPodAutoscaler scaler) {
        var target = scaler.getSpec().getScaleTargetRef();
        var scaled = manifests.of(Deployment.class).stream()
                .filter(one -> target.getKind().equals("Deployment")
                        && one.getMetadata().getName().equals(target.getName()))
                .toList();
        must(
                !scaled.isEmpty(),
                "%s scales an unknown %s %s".formatted(where(scaler), target.getKind(), target.getName()));
        scaled.forEach(one -> must(
                one.getSpec().getReplicas() == null,
                where(one) + " must leave its replicas to its HorizontalPodAutoscaler"));
    }

    private static String where(HasMetadata of) {
        return of.getKind() + " " + of.getMetadata().getName();
    }

    private void must(boolean kept, String otherwise) {
        if (!kept) {
            broken.add(otherwise);
        }
    }
}
