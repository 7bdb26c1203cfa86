package dev.firstfill.deployment;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
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
        return isSelectedBy(selector.getMatchLabels())
                && selector.getMatchExpressions().stream().allMatch(this::isMetBy);
    }

    private boolean isMetBy(LabelSelectorRequirement expression) {
        if (!"In".equals(expression.getOperator())) {
            throw new Refused("%s: selectors by %s are not understood here".formatted(where, expression.getOperator()));
        }
        return expression.getValues().contains(labels.get(expression.getKey()));
    }

    /** By name, or by number. */
    boolean listensAt(IntOrString port) {
        return containers().stream()
                .flatMap(container -> container.getPorts().stream())
                .anyMatch(open -> port.getStrVal() == null
                        ? open.getContainerPort().equals(port.getIntVal())
                        : port.getStrVal().equals(open.getName()));
    }
}
