/** Tasks over HTTP: who works which queue, pulling the next one, and what is done with one. */
@NullMarked
package dev.firstfill.api.tasks;

import org.jspecify.annotations.NullMarked;
