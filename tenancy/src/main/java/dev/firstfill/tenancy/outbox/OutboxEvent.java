package dev.firstfill.tenancy.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * An event on its way out.
 *
 * @param seq its place in the pharmacy's outbox
 * @param id names it for the receiver, who may see it more than once
 * @param subject the kind of thing it happened to
 * @param subjectId events of one thing go out in their order
 * @param version of the thing after it
 * @param attempts to deliver it, this one included
 */
public record OutboxEvent(
        long seq, UUID id, String type, String subject, UUID subjectId, int version, Instant at, int attempts) {}
