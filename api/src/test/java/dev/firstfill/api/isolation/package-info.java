/** Attacks of one pharmacy on another through the published API. */
@NullMarked
package dev.firstfill.api.isolation;

import org.jspecify.annotations.NullMarked;
