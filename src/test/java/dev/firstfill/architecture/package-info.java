/** What holds everywhere in this module. */
@NullMarked
package dev.firstfill.architecture;

import org.jspecify.annotations.NullMarked;
