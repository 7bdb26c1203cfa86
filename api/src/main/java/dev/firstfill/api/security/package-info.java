/** Who is asking, what they may do, and for which pharmacy. */
@NullMarked
package dev.firstfill.api.security;

import org.jspecify.annotations.NullMarked;
