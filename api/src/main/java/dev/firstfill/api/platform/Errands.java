package dev.firstfill.api.platform;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** What the platform has to do outside for a pharmacy, beside telling the news. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@interface Errands {}
