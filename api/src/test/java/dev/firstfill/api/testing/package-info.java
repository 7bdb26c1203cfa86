/** What the tests over HTTP stand on: the real stack, tokens, and the two pharmacies. */
@NullMarked
package dev.firstfill.api.testing;

import org.jspecify.annotations.NullMarked;
