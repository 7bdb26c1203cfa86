/**
 * Brings every statement to its pharmacy and to no other.
 *
 * <p>Two independent keys must agree. <em>The name</em>: statements are written against the schema {@code pharmacy},
 * and {@link StatementScanner} puts the tenant's schema in its place. <em>The role</em>: the connection is switched to
 * the tenant's database role, which has rights in that one schema. If either is wrong, stale or missing, PostgreSQL
 * refuses; no mistake in this package alone can show one pharmacy another's rows.
 */
@NullMarked
package dev.firstfill.tenancy.routing;

import org.jspecify.annotations.NullMarked;
