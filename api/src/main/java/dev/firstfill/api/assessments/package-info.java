/** Clinical assessments over HTTP. */
@NullMarked
package dev.firstfill.api.assessments;

import org.jspecify.annotations.NullMarked;
