/** That a client sends no more than its quota, whatever happens to Redis. */
@NullMarked
package dev.firstfill.api.limits;

import org.jspecify.annotations.NullMarked;
