/** Referrals over HTTP, in FHIR R4 and in plain JSON. */
@NullMarked
package dev.firstfill.api.referrals;

import org.jspecify.annotations.NullMarked;
