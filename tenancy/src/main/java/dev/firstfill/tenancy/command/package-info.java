/**
 * The operator's command, {@code bin/tenant}: the same parts as in the API, without a container.
 *
 * <p>It connects with all three logins and may do what no request can: migrate, export and erase. Nothing it prints
 * comes from inside a pharmacy.
 */
@NullMarked
package dev.firstfill.tenancy.command;

import org.jspecify.annotations.NullMarked;
