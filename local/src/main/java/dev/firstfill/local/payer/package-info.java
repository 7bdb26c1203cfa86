/** A payer on this machine: for people who try the platform out, and for tests that want a payer to misbehave. */
@org.jspecify.annotations.NullMarked
package dev.firstfill.local.payer;
