/** What {@code k8s/} says, built as kustomize builds it and read as Kubernetes reads it, and the rules it must keep. */
@NullMarked
package dev.firstfill.deployment;

import org.jspecify.annotations.NullMarked;
