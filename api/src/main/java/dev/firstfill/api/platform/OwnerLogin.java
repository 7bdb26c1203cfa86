package dev.firstfill.api.platform;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Connections that make and migrate schemas. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@interface OwnerLogin {}
