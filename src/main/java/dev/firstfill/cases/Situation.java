package dev.firstfill.cases;

import dev.firstfill.workflowsettings.Programme;
import java.time.Instant;

/**
 * All that the guards look at.
 *
 * @param prescribed a prescription was made of the order
 * @param assessed an assessment is signed and current
 * @param authorised the payer's leave holds today
 * @param treated something was shipped once
 */
record Situation(
        CaseState state,
        CaseFacts facts,
        Programme programme,
        boolean prescribed,
        boolean assessed,
        boolean authorised,
        boolean treated,
        Instant now) {}
