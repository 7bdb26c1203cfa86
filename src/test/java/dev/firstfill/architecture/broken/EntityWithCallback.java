package dev.firstfill.architecture.broken;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PrePersist;

/** An entity that does things behind its caller's back. */
@Entity
class EntityWithCallback {
    @Id
    private long id;

    @PrePersist
    void number() {
        id = 1;
    }
}
