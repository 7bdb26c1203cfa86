/** The contract, where the generator needs telling. */
@NullMarked
package dev.firstfill.api.contract;

import org.jspecify.annotations.NullMarked;
