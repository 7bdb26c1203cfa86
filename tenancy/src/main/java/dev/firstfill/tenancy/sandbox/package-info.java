/** Pharmacies of invented people whose time is set: a month in a minute. */
@NullMarked
package dev.firstfill.tenancy.sandbox;

import org.jspecify.annotations.NullMarked;
