package dev.firstfill.deployment;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Pods of one kind, and who makes them.
 *
 * @param where as messages call it: {@code Deployment api}
 */
record Workload(String where, String name, Map<String, String> labels, PodSpec pod) {

    /** Those that run beside or before the others, too. */
    List<Container> containers() {
        return Stream.concat(pod.getInitContainers().stream(), pod.getContainers().stream())
                .toList();
    }

    boolean isSelectedBy(Map<String, String> selector) {
        return labels.entrySet().containsAll(selector.entrySet());
    }

    boolean isSelectedBy(LabelSelector selector) {
        if (!selector.getMatchExpressions().isEmpty()) {
            throw new Refused(where + ": selectors by expression are not understood here");
        }
        return isSelectedBy(selector.getMatchLabels());
    }
}
