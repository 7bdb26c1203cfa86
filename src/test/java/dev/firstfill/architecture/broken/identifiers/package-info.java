/** Identifiers that know where they are kept. */
@NullMarked
package dev.firstfill.architecture.broken.identifiers;

import org.jspecify.annotations.NullMarked;
