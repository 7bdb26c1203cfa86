package dev.firstfill.architecture.broken;

import io.smallrye.mutiny.Uni;

/** Waits where nobody may wait. */
final class Blocks {
    String name(Uni<String> later) {
        return later.await().indefinitely();
    }
}
