@NullMarked
package dev.firstfill.api.problem;

import org.jspecify.annotations.NullMarked;
