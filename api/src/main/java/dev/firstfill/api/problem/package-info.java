/** Every answer that is not a success: one shape, one place with the statuses (RFC 9457). */
@NullMarked
package dev.firstfill.api.problem;

import org.jspecify.annotations.NullMarked;
