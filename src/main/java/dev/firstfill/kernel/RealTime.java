package dev.firstfill.kernel;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * The {@link java.time.Clock} of the world, which no pharmacy can set: for what protects people and the platform, such
 * as records of the ledger, keys and accesses in an emergency. Every other clock is the pharmacy's, and in a sandbox
 * pharmacy that is a test clock.
 */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface RealTime {}
