/** The test clock of a pharmacy of invented people. */
@NullMarked
package dev.firstfill.api.sandbox;

import org.jspecify.annotations.NullMarked;
