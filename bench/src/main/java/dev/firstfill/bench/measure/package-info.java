/** Turns, spread, processor time, noise, the table and the file of results: what makes a figure believable. */
@NullMarked
package dev.firstfill.bench.measure;

import org.jspecify.annotations.NullMarked;
