package dev.firstfill.deployment;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whether nobody speaks to anybody, but for what policies say, and whether each policy speaks of somebody. */
final class Policies {
    private static final Set<String> PROTOCOLS = Set.of("TCP", "UDP", "SCTP");

    private final Manifests manifests;
    private final List<String> broken = new ArrayList<>();

    private Policies(Manifests manifests) {
        this.manifests = manifests;
    }

    static List<String> breaches(Manifests manifests) {
        var policies = new Policies(manifests);
        policies.look();
        return List.copyOf(policies.broken);
    }

    private void look() {
        var all = manifests.of(NetworkPolicy.class);
        must(
                all.stream().map(NetworkPolicy::getSpec).anyMatch(Policies::closesEverything),
                "No NetworkPolicy closes everything");
        all.forEach(policy ->
                look(policy.getSpec(), "NetworkPolicy " + policy.getMetadata().getName()));
    }

    /** What is not closed to all is open to all, as soon as no other policy happens to select it. */
    private static boolean closesEverything(NetworkPolicySpec policy) {
        var selector = policy.getPodSelector();
        return selector.getMatchLabels().isEmpty()
                && selector.getMatchExpressions().isEmpty()
                && policy.getPolicyTypes().containsAll(List.of("Ingress", "Egress"))
                && policy.getIngress().isEmpty()
                && policy.getEgress().isEmpty();
    }

    private void look(NetworkPolicySpec policy, String where) {
        var selected = manifests.workloads().stream()
                .filter(workload -> workload.isSelectedBy(policy.getPodSelector()))
                .toList();
        must(!selected.isEmpty(), where + " selects nobody");
        policy.getIngress().stream()
                .flatMap(rule -> rule.getPorts().stream())
                .filter(opened -> opened.getPort() != null)
                .forEach(opened -> selected.stream()
                        .filter(workload -> !workload.listensAt(opened.getPort()))
                        .forEach(workload -> broken.add("%s lets others in by the port %s, where %s does not listen"
                                .formatted(where, opened.getPort().getValue(), workload.where()))));
        ports(policy)
                .map(NetworkPolicyPort::getProtocol)
                .filter(protocol -> protocol != null && !PROTOCOLS.contains(protocol))
                .forEach(protocol -> broken.add("%s names an unknown protocol %s".formatted(where, protocol)));
    }

    private static Stream<NetworkPolicyPort> ports(NetworkPolicySpec policy) {
        return Stream.concat(
                policy.getIngress().stream().flatMap(rule -> rule.getPorts().stream()),
                policy.getEgress().stream().flatMap(rule -> rule.getPorts().stream()));
    }

    private void must(boolean kept, String otherwise) {
        if (!kept) {
            broken.add(otherwise);
        }
    }
}
