/** What all resources share: entity tags, cursors, pages. */
@NullMarked
package dev.firstfill.api.http;

import org.jspecify.annotations.NullMarked;
