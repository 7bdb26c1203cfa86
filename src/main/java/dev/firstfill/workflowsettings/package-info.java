/**
 * How this pharmacy works: when it is open, how long each step may take, what each drug programme asks for. Settings come
 * in versions that never change: a case goes on under the version it began with.
 */
@NullMarked
package dev.firstfill.workflowsettings;

import org.jspecify.annotations.NullMarked;
