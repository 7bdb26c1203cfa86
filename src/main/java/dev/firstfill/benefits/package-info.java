@org.jspecify.annotations.NullMarked
package dev.firstfill.benefits;
