/** One machine: PostgreSQL, Redis and Keycloak as child processes, for people and for tests. */
@org.jspecify.annotations.NullMarked
package dev.firstfill.local;
