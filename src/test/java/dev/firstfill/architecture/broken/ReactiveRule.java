package dev.firstfill.architecture.broken;

import io.smallrye.mutiny.Uni;

/** A rule that should have been plain Java. */
final class ReactiveRule {
    Uni<Boolean> mayRefill(int fills) {
        return Uni.createFrom().item(fills > 0);
    }
}
