/** History of other systems, over HTTP. */
@NullMarked
package dev.firstfill.api.imports;

import org.jspecify.annotations.NullMarked;
