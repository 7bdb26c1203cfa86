/** Breaking the glass over HTTP: for whoever meets an emergency, and for the privacy officer who reviews it. */
@NullMarked
package dev.firstfill.api.emergency;

import org.jspecify.annotations.NullMarked;
