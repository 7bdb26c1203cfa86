/**
 * Opens pharmacies on the platform, suspends them and takes them off it again.
 *
 * <p>A pharmacy consists of a row and keys in the catalogue, a schema and a role on its node, and an organisation in
 * the identity provider. No transaction spans them. So the row comes first and goes last and tells what is under way;
 * each step can be repeated and undone; and what a crash leaves is found by its row and swept.
 */
@NullMarked
package dev.firstfill.tenancy.provisioning;

import org.jspecify.annotations.NullMarked;
