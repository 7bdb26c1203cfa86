/** What newcomers are shown first, executed: the contract's examples and the records of the two pharmacies. */
@NullMarked
package dev.firstfill.api.examples;

import org.jspecify.annotations.NullMarked;
