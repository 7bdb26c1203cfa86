package dev.firstfill.api.architecture.broken;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** Opens a session of its own. */
final class WalksRoundTheDoor {
    Uni<Mutiny.Session> session(Mutiny.SessionFactory sessions) {
        return sessions.openSession();
    }
}
