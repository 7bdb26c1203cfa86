package dev.firstfill.local.payer;

import java.math.BigDecimal;

/**
 * Money that the payer moved: what it has to show for itself in the end.
 *
 * @param reference of the claim
 * @param prescription number of the prescription that was filled
 * @param amount paid, or negative when it was taken back
 */
public record Movement(String reference, String prescription, int fillNumber, BigDecimal amount) {}
