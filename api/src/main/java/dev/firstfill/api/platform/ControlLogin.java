package dev.firstfill.api.platform;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Connections that read and write the catalogue. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@interface ControlLogin {}
