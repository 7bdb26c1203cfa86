package dev.firstfill.api.platform;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Connections that can become a tenant's role, apart from those that serve requests. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@interface AppLogin {}
