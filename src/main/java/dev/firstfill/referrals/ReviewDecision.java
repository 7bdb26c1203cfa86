package dev.firstfill.referrals;

import dev.firstfill.patients.PatientReference;

/** Whose a doubtful referral is, as a person decided. */
public sealed interface ReviewDecision {

    /** A patient of the pharmacy's. */
    record SamePerson(PatientReference patient) implements ReviewDecision {}

    /** Somebody new, however alike. */
    record NewPerson() implements ReviewDecision {}

    /** It begins nothing. */
    record Rejected(RejectionReason reason) implements ReviewDecision {}
}
