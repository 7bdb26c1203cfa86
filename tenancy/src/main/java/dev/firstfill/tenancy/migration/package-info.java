/**
 * Makes a pharmacy's schema, and brings the schemas of all pharmacies to the version that the running code needs.
 *
 * <p>The numbered files under {@code db/tenant} are written against a schema called {@code pharmacy} and a role called
 * {@code pharmacy_role}; both names are replaced for each pharmacy. What a schema has seen stands in its own table
 * {@code migration}, written in the transaction that did it: so a killed run leaves nothing half done, and a schema
 * that is moved to another node takes its history along.
 */
@NullMarked
package dev.firstfill.tenancy.migration;

import org.jspecify.annotations.NullMarked;
