/**
 * What payers are asked to pay, and what they answer. A submission is written down with what it is about; the payer is
 * asked after the commit, again and again until it answers, under one reference, so that asking twice is billing once.
 * No transaction waits for a payer.
 */
@NullMarked
package dev.firstfill.claims;

import org.jspecify.annotations.NullMarked;
