package dev.firstfill.claims;

import java.util.UUID;

/**
 * The fill that is billed.
 *
 * @param prescriptionNumber as people say it, RX1001 (402-D2)
 * @param number 0 for the original fill (403-D3)
 */
public record ClaimFill(UUID dispense, UUID prescription, String prescriptionNumber, int number) {}
