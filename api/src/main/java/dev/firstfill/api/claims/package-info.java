/** Claims over HTTP: to those who look after them, and to the payers who are asked. */
@NullMarked
package dev.firstfill.api.claims;

import org.jspecify.annotations.NullMarked;
