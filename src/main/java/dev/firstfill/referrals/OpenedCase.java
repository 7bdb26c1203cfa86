package dev.firstfill.referrals;

import java.util.UUID;

/**
 * The case that a referral began.
 *
 * @param number as people say it: {@code C1001}
 */
public record OpenedCase(UUID id, String number) {}
