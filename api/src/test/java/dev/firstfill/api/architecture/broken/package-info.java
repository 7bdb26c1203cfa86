/** One class for each rule, and it breaks it: a rule that accepts its class can no longer fail. */
@NullMarked
package dev.firstfill.api.architecture.broken;

import org.jspecify.annotations.NullMarked;
