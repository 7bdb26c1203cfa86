/** The pharmacy's own fields over HTTP. */
@NullMarked
package dev.firstfill.api.customfields;

import org.jspecify.annotations.NullMarked;
