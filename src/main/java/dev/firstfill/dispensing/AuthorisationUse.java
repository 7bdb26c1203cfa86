package dev.firstfill.dispensing;

import dev.firstfill.authorisations.PriorAuthorisation;
import java.math.BigDecimal;

/**
 * A payer's leave, and how much of it is spent.
 *
 * @param used what was dispensed to the patient while it was in force, this dispense excluded, in units of the package
 */
record AuthorisationUse(PriorAuthorisation authorisation, BigDecimal used) {}
