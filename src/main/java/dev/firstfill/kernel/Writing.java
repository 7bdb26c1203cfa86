package dev.firstfill.kernel;

import org.hibernate.reactive.mutiny.Mutiny;

/** What a use case has in hand while it writes: a session in a transaction, the seals, and the journal of this act. */
public record Writing(Mutiny.Session session, Seals seals, Journal journal) {}
