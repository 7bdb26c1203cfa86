/** What the same work costs at the limit, and how close we are: one class for each question. */
@NullMarked
package dev.firstfill.bench;

import org.jspecify.annotations.NullMarked;
