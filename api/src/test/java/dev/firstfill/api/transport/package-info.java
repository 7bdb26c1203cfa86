/** That nothing travels in clear, tried on the program as it is shipped. */
@NullMarked
package dev.firstfill.api.transport;

import org.jspecify.annotations.NullMarked;
