/** Which pharmacies exist, in which state, and where their data lies. */
@NullMarked
package dev.firstfill.tenancy.catalogue;

import org.jspecify.annotations.NullMarked;
