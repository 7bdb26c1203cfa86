/**
 * The journey of one referral from the day it came in until the therapy ends: where it stands, what may happen next and
 * what that lacks, whom it waits for and since when, and which clock runs.
 *
 * <p>It promises that a case moves only as {@link dev.firstfill.cases.CaseState} allows, that no move passes an unmet
 * guard, that each leaves who, when and why, and that what other contexts do moves the case in their own transaction.
 */
@NullMarked
package dev.firstfill.cases;

import org.jspecify.annotations.NullMarked;
