package dev.firstfill.tenancy.catalogue;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/**
 * One change of the catalogue, kept for ever.
 *
 * @param what in the past tense: registered, activated, suspended, migrated …
 */
public record TenantEvent(TenantId tenant, Instant at, String actor, String what, JsonObject details) {}
