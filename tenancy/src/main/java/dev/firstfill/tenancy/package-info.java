/** The only code that may see more than one pharmacy. */
@org.jspecify.annotations.NullMarked
package dev.firstfill.tenancy;
