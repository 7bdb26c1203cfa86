package dev.firstfill.prescribing;

/** Where a prescription stands, as the ledger keeps what a move changed. */
record Standing(PrescriptionState state, int fillsTaken) {}
