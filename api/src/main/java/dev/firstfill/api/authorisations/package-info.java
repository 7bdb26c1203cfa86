/** Prior authorisations over HTTP. */
@NullMarked
package dev.firstfill.api.authorisations;

import org.jspecify.annotations.NullMarked;
