package dev.firstfill.cases;

import dev.firstfill.benefits.BenefitsInvestigation;
import dev.firstfill.benefits.FundingDecision;
import dev.firstfill.clocks.Party;
import dev.firstfill.kernel.Lists;
import dev.firstfill.workflowsettings.RequiredStep;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a case beyond where it stands, and what its next move may ask for. Codes, dates and amounts: without
 * the patient's record they are about nobody.
 *
 * @param missing what has to come from outside before the intake is complete
 * @param done of the steps that the programme asks for
 * @param attempts to reach the patient since somebody last did, the latest last
 * @param supply what was shipped last
 * @param authorisation in force, or the last one that was
 * @param marks of what was done once and must not be done again, such as reminding of an authorisation's end
 */
record CaseFacts(
        List<Missing> missing,
        @Nullable BenefitsInvestigation benefits,
        @Nullable FundingDecision funding,
        Set<RequiredStep> done,
        @Nullable Hold hold,
        List<ContactAttempt> attempts,
        @Nullable Supply supply,
        @Nullable Authorisation authorisation,
        Set<String> marks) {

    /** Beyond that nobody learns anything from another one. */
    private static final int ATTEMPTS_KEPT = 20;

    CaseFacts(
            @Nullable List<Missing> missing,
            @Nullable BenefitsInvestigation benefits,
            @Nullable FundingDecision funding,
            @Nullable Set<RequiredStep> done,
            @Nullable Hold hold,
            @Nullable List<ContactAttempt> attempts,
            @Nullable Supply supply,
            @Nullable Authorisation authorisation,
            @Nullable Set<String> marks) {
        this.missing = Lists.kept(missing);
        this.benefits = benefits;
        this.funding = funding;
        this.done = done == null ? Set.of() : Set.copyOf(done);
        this.hold = hold;
        this.attempts = Lists.kept(attempts);
        this.supply = supply;
        this.authorisation = authorisation;
        this.marks = marks == null ? Set.of() : Set.copyOf(marks);
    }

    /** @param until when somebody looks at it again */
    record Hold(MoveReason reason, LocalDate until) {}

    /** @param runsOutOn the first day without any of it, when taken as directed */
    record Supply(UUID dispense, LocalDate shippedOn, int daysSupply, LocalDate runsOutOn) {}

    record Authorisation(UUID id, LocalDate validUntil) {}

    static CaseFacts lacking(List<Missing> missing) {
        return new CaseFacts(missing, null, null, null, null, null, null, null, null);
    }

    Optional<ContactAttempt> firstAttempt() {
        return attempts.stream().findFirst();
    }

    CaseFacts with(BenefitsInvestigation found) {
        return new CaseFacts(missing, found, null, done, hold, attempts, supply, authorisation, marks);
    }

    CaseFacts with(FundingDecision decided) {
        return new CaseFacts(missing, benefits, decided, done, hold, attempts, supply, authorisation, marks);
    }

    CaseFacts with(Supply shipped) {
        return new CaseFacts(missing, benefits, funding, done, hold, attempts, shipped, authorisation, marks);
    }

    /** A fill that never reached the patient, or came back, lasts for no day; what was there before it lasts as it did. */
    CaseFacts withoutSupplyOf(UUID dispense) {
        if (supply == null || !supply.dispense().equals(dispense)) {
            return this;
        }
        var left = supply.runsOutOn().minusDays(supply.daysSupply());
        var before = left.isAfter(supply.shippedOn()) ? new Supply(dispense, supply.shippedOn(), 0, left) : null;
        return new CaseFacts(missing, benefits, funding, done, hold, attempts, before, authorisation, marks);
    }

    CaseFacts with(Authorisation approved) {
        return new CaseFacts(missing, benefits, funding, done, hold, attempts, supply, approved, marks);
    }

    /** The patient knows better than the shipments; null leaves it as reckoned. */
    CaseFacts runningOutOn(@Nullable LocalDate day) {
        return day == null || supply == null
                ? this
                : with(new Supply(supply.dispense(), supply.shippedOn(), supply.daysSupply(), day));
    }

    CaseFacts withMissing(List<Missing> now) {
        return new CaseFacts(now, benefits, funding, done, hold, attempts, supply, authorisation, marks);
    }

    CaseFacts withAsked(List<String> codes, Party from) {
        var all = new ArrayList<>(missing);
        codes.forEach(code -> all.add(new Missing(code, from, false)));
        return withMissing(all);
    }

    /** Without what somebody asked for by hand; what the referral lacks stays until the referral says it. */
    CaseFacts withoutAsked() {
        return withMissing(missing.stream().filter(Missing::ofReferral).toList());
    }

    CaseFacts withHold(@Nullable Hold now) {
        return new CaseFacts(missing, benefits, funding, done, now, attempts, supply, authorisation, marks);
    }

    CaseFacts withDone(Set<RequiredStep> steps) {
        var all = new HashSet<>(done);
        all.addAll(steps);
        return new CaseFacts(missing, benefits, funding, all, hold, attempts, supply, authorisation, marks);
    }

    CaseFacts marked(String mark) {
        var all = new HashSet<>(marks);
        all.add(mark);
        return new CaseFacts(missing, benefits, funding, done, hold, attempts, supply, authorisation, all);
    }

    /** Whoever reached the patient begins anew. */
    CaseFacts with(ContactAttempt attempt) {
        var all = new ArrayList<>(attempts);
        if (attempt.result().isReached()) {
            all.clear();
        } else {
            all.add(attempt);
        }
        var kept = all.size() > ATTEMPTS_KEPT ? all.subList(all.size() - ATTEMPTS_KEPT, all.size()) : all;
        return new CaseFacts(missing, benefits, funding, done, hold, kept, supply, authorisation, marks);
    }
}
