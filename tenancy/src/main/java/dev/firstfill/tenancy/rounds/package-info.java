/** Going round a thousand pharmacies, being called to one of them, and working for a few at a time. */
@NullMarked
package dev.firstfill.tenancy.rounds;

import org.jspecify.annotations.NullMarked;
