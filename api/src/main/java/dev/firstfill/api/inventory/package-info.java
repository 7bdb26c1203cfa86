/** The shelves over HTTP. */
@NullMarked
package dev.firstfill.api.inventory;

import org.jspecify.annotations.NullMarked;
