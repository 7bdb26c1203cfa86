/**
 * The order as it came: what was sent, what was read of it, who it is about, and what it lacks.
 *
 * <p>Everything of one referral happens in one transaction: it is recognised if it was sent before, its patient is
 * matched or registered, prescriber, coverage and prescription are entered, and a case is opened. What is doubtful is
 * decided by a person, and until then nothing is entered. The document itself is kept as it was sent, sealed. See
 * docs/referrals.md.
 */
@NullMarked
package dev.firstfill.referrals;

import org.jspecify.annotations.NullMarked;
