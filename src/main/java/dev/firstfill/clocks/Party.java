package dev.firstfill.clocks;

/** Who is waited for. */
public enum Party {
    PHARMACY,
    PAYER,
    PRESCRIBER,
    PATIENT,
    HUB,
    CARRIER
}
