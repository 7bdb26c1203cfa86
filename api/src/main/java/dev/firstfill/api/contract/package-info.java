/** Renders the promise to clients, the OpenAPI document, from the code that keeps it. Runs when the program is built. */
@NullMarked
package dev.firstfill.api.contract;

import org.jspecify.annotations.NullMarked;
