package dev.firstfill.architecture.broken.identifiers;

import jakarta.persistence.Embeddable;

/** Knows where it is kept. */
@Embeddable
record StoredIdentifier(String value) {}
