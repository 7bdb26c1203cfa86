/**
 * Keys: one key-encryption key outside the database wraps one pair of keysets per pharmacy inside it.
 *
 * <p>Whoever has a dump of the database has no key, and whoever has the key-encryption key has no data.
 */
@NullMarked
package dev.firstfill.tenancy.sealing;

import org.jspecify.annotations.NullMarked;
