/** The one door to a pharmacy's data: what every use case passes through, and what it leaves behind there. */
@NullMarked
package dev.firstfill.tenancy.door;

import org.jspecify.annotations.NullMarked;
