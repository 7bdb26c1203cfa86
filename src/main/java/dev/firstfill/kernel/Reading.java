package dev.firstfill.kernel;

import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What a use case has in hand while it reads. Seals and journal are those of this act alone, so that what is opened
 * is recorded where it was opened, however many acts run at once.
 */
public record Reading(Mutiny.StatelessSession session, Seals seals, Journal journal) {}
