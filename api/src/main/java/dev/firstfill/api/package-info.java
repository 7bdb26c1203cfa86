/** The front desk: HTTP in, HTTP out, who is asking. */
@org.jspecify.annotations.NullMarked
package dev.firstfill.api;
