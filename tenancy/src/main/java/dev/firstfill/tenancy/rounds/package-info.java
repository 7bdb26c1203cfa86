/** Going round a thousand pharmacies, and working for a few of them at a time. */
@NullMarked
package dev.firstfill.tenancy.rounds;

import org.jspecify.annotations.NullMarked;
