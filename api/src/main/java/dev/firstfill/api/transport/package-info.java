/** How the program speaks to others: over TLS, or not at all unless somebody has allowed it. */
@NullMarked
package dev.firstfill.api.transport;

import org.jspecify.annotations.NullMarked;
