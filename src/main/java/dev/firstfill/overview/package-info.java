/**
 * All that somebody on the phone needs of a patient, gathered from whichever context knows it. Reads only.
 */
@NullMarked
package dev.firstfill.overview;

import org.jspecify.annotations.NullMarked;
