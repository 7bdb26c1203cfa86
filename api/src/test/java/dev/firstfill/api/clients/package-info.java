/** The clients that are generated from the contract, used as their users use them. */
@NullMarked
package dev.firstfill.api.clients;

import org.jspecify.annotations.NullMarked;
