package dev.firstfill.deployment;

import io.fabric8.kubernetes.api.model.Capabilities;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.SELinuxOptions;
import io.fabric8.kubernetes.api.model.SeccompProfile;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Sysctl;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The Pod Security Standards' profile "restricted", which contains "baseline": a rule for each line of their two tables,
 * called as there. Source: <a href="https://kubernetes.io/docs/concepts/security/pod-security-standards/">Pod Security
 * Standards</a>, Kubernetes 1.34. What is for Windows alone is refused with HostProcess.
 */
final class RestrictedProfile {
    private static final Set<String> VOLUMES = Set.of(
            "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret");

    private static final Set<String> SYSCTLS = Set.of(
            "kernel.shm_rmid_forced",
            "net.ipv4.ip_local_port_range",
            "net.ipv4.ip_unprivileged_port_start",
            "net.ipv4.tcp_syncookies",
            "net.ipv4.ping_group_range",
            "net.ipv4.ip_local_reserved_ports",
            "net.ipv4.tcp_keepalive_time",
            "net.ipv4.tcp_fin_timeout",
            "net.ipv4.tcp_keepalive_intvl",
            "net.ipv4.tcp_keepalive_probes");

    private static final Set<String> PROFILES = Set.of("RuntimeDefault", "Localhost");
    private static final Set<String> SELINUX =
            Set.of("", "container_t", "container_init_t", "container_kvm_t", "container_engine_t");

    private record OfPods(String control, Predicate<PodSpec> isKept) {}

    private record OfContainers(String control, BiPredicate<PodSpec, Container> isKept) {}

    private static final List<OfPods> PODS = List.of(
            new OfPods("HostProcess", pod -> set(pod, PodSecurityContext::getWindowsOptions)
                    .isEmpty()),
            new OfPods("Host Namespaces", RestrictedProfile::hasOwnNamespaces),
            new OfPods("HostPath Volumes", pod -> !volumes(pod).contains("hostPath")),
            new OfPods("AppArmor", pod -> set(pod, PodSecurityContext::getAppArmorProfile)
                    .map(profile -> PROFILES.contains(profile.getType()))
                    .orElse(true)),
            new OfPods("SELinux", pod -> isUsual(set(pod, PodSecurityContext::getSeLinuxOptions))),
            new OfPods("Sysctls", pod -> set(pod, PodSecurityContext::getSysctls).orElse(List.of()).stream()
                    .map(Sysctl::getName)
                    .allMatch(SYSCTLS::contains)),
            new OfPods("Volume Types", pod -> VOLUMES.containsAll(volumes(pod))),
            new OfPods("Running as Non-root", pod -> set(pod, PodSecurityContext::getRunAsNonRoot)
                    .orElse(true)),
            new OfPods("Seccomp", pod -> set(pod, PodSecurityContext::getSeccompProfile)
                    .map(profile -> PROFILES.contains(profile.getType()))
                    .orElse(true)),
            new OfPods("Running as Non-root user", pod -> !isRoot(set(pod, PodSecurityContext::getRunAsUser))));

    private static final List<OfContainers> CONTAINERS = List.of(
            new OfContainers("HostProcess", (pod, one) -> set(one, SecurityContext::getWindowsOptions)
                    .isEmpty()),
            new OfContainers("Privileged Containers", (pod, one) -> !set(one, SecurityContext::getPrivileged)
                    .orElse(false)),
            new OfContainers("Host Ports", (pod, one) -> one.getPorts().stream()
                    .map(ContainerPort::getHostPort)
                    .allMatch(port -> port == null || port == 0)),
            new OfContainers(
                    "Host Probes / Lifecycle Hooks", (pod, one) -> hosts(one).allMatch(String::isEmpty)),
            new OfContainers("AppArmor", (pod, one) -> set(one, SecurityContext::getAppArmorProfile)
                    .map(profile -> PROFILES.contains(profile.getType()))
                    .orElse(true)),
            new OfContainers("SELinux", (pod, one) -> isUsual(set(one, SecurityContext::getSeLinuxOptions))),
            new OfContainers("/proc Mount Type", (pod, one) -> set(one, SecurityContext::getProcMount)
                    .orElse("Default")
                    .equals("Default")),
            new OfContainers(
                    "Privilege Escalation", (pod, one) -> !set(one, SecurityContext::getAllowPrivilegeEscalation)
                            .orElse(true)),
            new OfContainers("Running as Non-root", (pod, one) -> set(one, SecurityContext::getRunAsNonRoot)
                    .or(() -> set(pod, PodSecurityContext::getRunAsNonRoot))
                    .orElse(false)),
            new OfContainers(
                    "Running as Non-root user", (pod, one) -> !isRoot(set(one, SecurityContext::getRunAsUser))),
            new OfContainers("Seccomp", (pod, one) -> set(one, SecurityContext::getSeccompProfile)
                    .or(() -> set(pod, PodSecurityContext::getSeccompProfile))
                    .map(SeccompProfile::getType)
                    .map(PROFILES::contains)
                    .orElse(false)),
            new OfContainers("Capabilities", (pod, one) -> set(one, SecurityContext::getCapabilities)
                    .map(RestrictedProfile::areDropped)
                    .orElse(false)));

    private RestrictedProfile() {}

    /** The lines of the standard that the pod breaks; none, if it may run in a restricted namespace. */
    static List<String> breaches(Workload workload) {
        var pod = workload.pod();
        var ofPod = PODS.stream().filter(rule -> !rule.isKept().test(pod)).map(rule -> "%s breaks \"%s\""
                .formatted(workload.where(), rule.control()));
        var ofContainers = workload.containers().stream().flatMap(container -> CONTAINERS.stream()
                .filter(rule -> !rule.isKept().test(pod, container))
                .map(rule -> "%s, container %s breaks \"%s\""
                        .formatted(workload.where(), container.getName(), rule.control())));
        var unread = Stream.of(pod.getEphemeralContainers())
                .filter(containers -> !containers.isEmpty())
                .map(containers -> workload.where() + " has ephemeral containers, which no manifest may have");
        return Stream.of(ofPod, ofContainers, unread)
                .flatMap(Function.identity())
                .toList();
    }

    private static <T> Optional<T> set(PodSpec pod, Function<PodSecurityContext, T> field) {
        return Optional.ofNullable(pod.getSecurityContext()).map(field);
    }

    private static <T> Optional<T> set(Container container, Function<SecurityContext, T> field) {
        return Optional.ofNullable(container.getSecurityContext()).map(field);
    }

    private static boolean hasOwnNamespaces(PodSpec pod) {
        return Stream.of(pod.getHostNetwork(), pod.getHostPID(), pod.getHostIPC())
                .noneMatch(Boolean.TRUE::equals);
    }

    private static List<String> volumes(PodSpec pod) {
        return pod.getVolumes().stream()
                .map(Yaml::tree)
                .flatMap(volume -> StreamSupport.stream(((Iterable<String>) volume::fieldNames).spliterator(), false))
                .filter(field -> !field.equals("name"))
                .toList();
    }

    private static boolean isUsual(Optional<SELinuxOptions> options) {
        return options.map(given -> SELINUX.contains(Objects.requireNonNullElse(given.getType(), ""))
                        && given.getUser() == null
                        && given.getRole() == null)
                .orElse(true);
    }

    private static boolean isRoot(Optional<Long> user) {
        return user.map(id -> id == 0).orElse(false);
    }

    private static boolean areDropped(Capabilities capabilities) {
        return capabilities.getDrop().contains("ALL")
                && Set.of("NET_BIND_SERVICE").containsAll(capabilities.getAdd());
    }

    private static Stream<String> hosts(Container container) {
        var lifecycle = Optional.ofNullable(container.getLifecycle());
        var hooks = Stream.of(lifecycle.map(one -> one.getPreStop()), lifecycle.map(one -> one.getPostStart()))
                .flatMap(Optional::stream)
                .flatMap(hook -> Stream.of(
                        Optional.ofNullable(hook.getHttpGet()).map(get -> get.getHost()),
                        Optional.ofNullable(hook.getTcpSocket()).map(socket -> socket.getHost())));
        var probes = Stream.of(container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe())
                .filter(Objects::nonNull)
                .flatMap(RestrictedProfile::hosts);
        return Stream.concat(hooks, probes).flatMap(Optional::stream);
    }

    private static Stream<Optional<String>> hosts(Probe probe) {
        return Stream.of(
                Optional.ofNullable(probe.getHttpGet()).map(get -> get.getHost()),
                Optional.ofNullable(probe.getTcpSocket()).map(socket -> socket.getHost()));
    }
}
