/** JSON as the contract promises it: strict on the way in, every mistake named at once. */
@NullMarked
package dev.firstfill.api.json;

import org.jspecify.annotations.NullMarked;
