/** The small interfaces and values that every context of the pharmacy stands on. */
@org.jspecify.annotations.NullMarked
package dev.firstfill.kernel;
