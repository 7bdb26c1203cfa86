/** What a log, a metric or a trace must not say. */
@NullMarked
package dev.firstfill.api.logging;

import org.jspecify.annotations.NullMarked;
