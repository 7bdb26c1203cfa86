/** The platform operator's view: pharmacies and their life. */
@NullMarked
package dev.firstfill.api.tenants;

import org.jspecify.annotations.NullMarked;
