/** The second line of "no person in a log": the first is that we do not write about any. */
@NullMarked
package dev.firstfill.api.logging;

import org.jspecify.annotations.NullMarked;
