/** How the program is put together, and what operators watch. */
@NullMarked
package dev.firstfill.api.platform;

import org.jspecify.annotations.NullMarked;
