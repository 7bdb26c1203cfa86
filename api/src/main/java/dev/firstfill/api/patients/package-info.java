/** Patients over HTTP. */
@NullMarked
package dev.firstfill.api.patients;

import org.jspecify.annotations.NullMarked;
