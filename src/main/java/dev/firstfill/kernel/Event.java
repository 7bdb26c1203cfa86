package dev.firstfill.kernel;

import java.util.UUID;

/**
 * Something happened to a thing of the pharmacy. It says which thing and which version, and nothing that is in it:
 * whoever may know reads it through the API.
 *
 * @param type in the past tense, {@code patient.registered}
 * @param subject the kind of thing, {@code patient}
 * @param id which one; events of one thing arrive in their order
 * @param version of the thing after what happened
 */
public record Event(String type, String subject, UUID id, int version) {}
