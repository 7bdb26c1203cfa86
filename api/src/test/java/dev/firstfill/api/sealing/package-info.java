/** What is sealed, seen over HTTP by somebody who has the database in hand. */
@NullMarked
package dev.firstfill.api.sealing;

import org.jspecify.annotations.NullMarked;
