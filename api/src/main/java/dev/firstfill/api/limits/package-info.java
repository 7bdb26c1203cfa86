/** How many requests a client may send in a pharmacy, kept by all replicas together as long as Redis answers. */
@NullMarked
package dev.firstfill.api.limits;

import org.jspecify.annotations.NullMarked;
