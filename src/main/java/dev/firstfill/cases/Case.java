package dev.firstfill.cases;

import dev.firstfill.benefits.BenefitsInvestigation;
import dev.firstfill.benefits.FundingDecision;
import dev.firstfill.clocks.Party;
import dev.firstfill.drugs.DrugId;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.patients.PatientId;
import dev.firstfill.prescribers.PrescriberId;
import dev.firstfill.prescribing.PrescriptionId;
import dev.firstfill.referrals.ReferralId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The journey of one referral, as it stands.
 *
 * @param prescriber null until the referral names one by a valid NPI; likewise drug and prescription
 * @param payer the primary one's name; null when none is known
 * @param then what goes on when the present state's interruption is over
 * @param waitsFor who has to do something next; null once it has ended
 * @param since when it came into this state
 * @param sla percent of its target that the worst running clock has warned of: 0, 50, 75 or 100
 * @param settingsVersion of the workflow settings, kept for good
 * @param signedAt when the prescriber signed the order; null when nobody knows
 */
public record Case(
        CaseId id,
        CaseNumber number,
        int version,
        PatientId patient,
        ReferralId referral,
        @Nullable PrescriberId prescriber,
        @Nullable DrugId drug,
        @Nullable PrescriptionId prescription,
        @Nullable String payer,
        CaseStatus status,
        @Nullable CaseStatus then,
        @Nullable Party waitsFor,
        Instant since,
        @Nullable Colleague owner,
        int sla,
        String programme,
        int settingsVersion,
        CaseClocks clocks,
        CaseFacts facts,
        @Nullable Instant signedAt,
        Instant receivedAt,
        @Nullable Instant firstShippedAt,
        @Nullable Instant closedAt) {

    public List<Missing> missing() {
        return facts.missing();
    }

    public @Nullable BenefitsInvestigation benefits() {
        return facts.benefits();
    }

    public @Nullable FundingDecision funding() {
        return facts.funding();
    }

    /** The day on which somebody looks at it again; null unless it is held. */
    public @Nullable LocalDate heldUntil() {
        return status == CaseStatus.ON_HOLD && facts.hold() != null
                ? facts.hold().until()
                : null;
    }

    /** The first day without any of the drug; null as long as nothing was shipped. */
    public @Nullable LocalDate runsOutOn() {
        return facts.supply() == null ? null : facts.supply().runsOutOn();
    }

    /** The last day of the payer's leave; null when none was given. */
    public @Nullable LocalDate authorisedUntil() {
        return facts.authorisation() == null ? null : facts.authorisation().validUntil();
    }
}
