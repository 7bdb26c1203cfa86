package dev.firstfill.deployment;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What we ask of each workload beyond the restricted profile. Each message says what to do. */
final class HouseRules {
    /** SmallRye Health's, below the usual root of what is not the application. */
    private static final Set<String> HEALTH = Set.of("/q/health/live", "/q/health/ready", "/q/health/started");

    private static final Pattern TAGGED = Pattern.compile(".+:[^:/]+");
    private static final Pattern SECRET_NAME = Pattern.compile(".*(PASSWORD|SECRET|TOKEN|REDIS_URL)$");

    /** For events in a receiver's hands, as {@code Background} waits for them. */
    private static final int LAST_DELIVERIES_SECONDS = 12;

    /** For the notary's last round. */
    private static final int LAST_CHECKPOINTS_SECONDS = 5;

    private final Documented documented;
    private final List<String> broken = new ArrayList<>();

    private HouseRules(Documented documented) {
        this.documented = documented;
    }

    static List<String> breaches(Workload workload, Documented documented) {
        var rules = new HouseRules(documented);
        rules.look(workload);
        return List.copyOf(rules.broken);
    }

    private void look(Workload workload) {
        var pod = workload.pod();
        must(
                !Boolean.TRUE.equals(pod.getAutomountServiceAccountToken())
                        && pod.getAutomountServiceAccountToken() != null,
                workload.where() + " must set automountServiceAccountToken: false");
        pod.getVolumes().stream()
                .filter(HouseRules::isUnlimited)
                .forEach(volume -> broken.add(
                        "%s, volume %s must have a sizeLimit".formatted(workload.where(), volume.getName())));
        workload.containers().forEach(container -> {
            look(container, workload.where() + ", container " + container.getName());
            if (!container.getPorts().isEmpty()) {
                lookAtServer(container, workload);
            }
        });
    }

    private void look(Container container, String where) {
        must(
                container.getSecurityContext() != null
                        && Boolean.TRUE.equals(container.getSecurityContext().getReadOnlyRootFilesystem()),
                where + " must set readOnlyRootFilesystem: true");
        must(
                TAGGED.matcher(container.getImage()).matches()
                        && !container.getImage().endsWith(":latest"),
                where + " must name the version of its image: " + container.getImage());
        lookAtResources(Objects.requireNonNullElseGet(container.getResources(), ResourceRequirements::new), where);
        container.getEnv().stream()
                .filter(HouseRules::isWrittenDown)
                .forEach(variable ->
                        broken.add(where + " must take " + variable.getName() + " from a secret, by reference"));
    }

    private void lookAtResources(ResourceRequirements resources, String where) {
        for (var resource : List.of("cpu", "memory")) {
            must(
                    resources.getRequests().containsKey(resource)
                            && resources.getLimits().containsKey(resource),
                    where + " must request and limit " + resource);
        }
        Stream.of(resources.getRequests(), resources.getLimits())
                .flatMap(amounts -> amounts.entrySet().stream())
                .filter(amount -> !isReadable(amount.getValue()))
                .forEach(amount -> broken.add("%s must say its %s in a unit that Kubernetes knows: %s"
                        .formatted(where, amount.getKey(), amount.getValue())));
    }

    private void lookAtServer(Container container, Workload workload) {
        var where = workload.where() + ", container " + container.getName();
        probe(container.getStartupProbe(), "startupProbe", container, where);
        probe(container.getLivenessProbe(), "livenessProbe", container, where);
        probe(container.getReadinessProbe(), "readinessProbe", container, where);
        var lifecycle = container.getLifecycle();
        if (lifecycle == null
                || lifecycle.getPreStop() == null
                || lifecycle.getPreStop().getSleep() == null) {
            broken.add(where + " must sleep before it stops (lifecycle.preStop.sleep)");
            return;
        }
        long needed = lifecycle.getPreStop().getSleep().getSeconds()
                + documented.delaySeconds()
                + documented.shutdownSeconds()
                + LAST_DELIVERIES_SECONDS
                + LAST_CHECKPOINTS_SECONDS;
        var given = workload.pod().getTerminationGracePeriodSeconds();
        must(
                given != null && given >= needed,
                "%s must have a terminationGracePeriodSeconds of %d at least".formatted(workload.where(), needed));
    }

    private void probe(Probe probe, String name, Container container, String where) {
        if (probe == null || probe.getHttpGet() == null) {
            broken.add("%s must have a %s over HTTP".formatted(where, name));
            return;
        }
        var get = probe.getHttpGet();
        must(
                HEALTH.contains(get.getPath()),
                "%s, %s asks where nobody answers: %s".formatted(where, name, get.getPath()));
        must("HTTPS".equals(get.getScheme()), "%s, %s must use the scheme HTTPS".formatted(where, name));
        must(
                container.getPorts().stream()
                        .anyMatch(port -> port.getName().equals(get.getPort().getStrVal())),
                "%s, %s must name a port of the container".formatted(where, name));
    }

    private static boolean isReadable(Quantity quantity) {
        try {
            return quantity.getNumericalAmount().signum() >= 0;
        } catch (IllegalArgumentException nonsense) {
            return false;
        }
    }

    private static boolean isUnlimited(Volume volume) {
        return volume.getEmptyDir() != null && volume.getEmptyDir().getSizeLimit() == null;
    }

    private static boolean isWrittenDown(EnvVar variable) {
        return SECRET_NAME.matcher(variable.getName()).matches() && variable.getValue() != null;
    }

    private void must(boolean kept, String otherwise) {
        if (!kept) {
            broken.add(otherwise);
        }
    }
}
