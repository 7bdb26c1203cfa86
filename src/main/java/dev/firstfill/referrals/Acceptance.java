package dev.firstfill.referrals;

import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Writing;
import dev.firstfill.patients.Coverage;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ends the intake of a referral whose patient is known: what it lacks, its draft, its case. */
final class Acceptance {
    private final Writing desk;
    private final Clock clock;
    private final CaseOpening cases;
    private final Colleague by;

    Acceptance(Writing desk, Clock clock, CaseOpening cases, Colleague by) {
        this.desk = desk;
        this.clock = clock;
        this.cases = cases;
        this.by = by;
    }

    /** @param decided what else changes in the row, together with whose it is */
    Uni<Referral> of(
            ReferralRow row, ReferralOrder order, byte[] document, Entered entered, Runnable decided, String event) {
        var before = row.document() == null ? null : ReferralFiling.kept(row);
        var patient = entered.patient().id();
        return new Referrals(desk.session(), desk.seals())
                .sealing(patient)
                .invoke(sealing -> {
                    decided.run();
                    sealing.keep(row, patient, document, order);
                })
                .chain(() -> examined(row, order, entered))
                .chain(() -> desk.session().persist(row))
                .chain(desk.session()::flush)
                .chain(() -> cases.open(desk, newCase(row, order, entered)))
                .invoke(opened -> row.began(opened.id()))
                .chain(() -> ReferralFiling.told(desk, row, before, event))
                .map(told -> row.opened(order));
    }

    /** Looks what is missing, and drafts the prescription as soon as nothing of it is. */
    Uni<Void> examined(ReferralRow row, ReferralOrder order, Entered entered) {
        var drug = entered.drug() == null ? null : entered.drug().id();
        return cases.required(desk, drug)
                .chain(required -> {
                    var found = Examination.of(order, entered, required, LocalDate.now(clock), clock.getZone());
                    return drafted(row, order, entered)
                            .invoke(draft -> row.entered(
                                    entered.prescriber(),
                                    drug,
                                    draft.prescription(),
                                    draft.againstRules() ? againstRules(found, required) : found));
                })
                .replaceWithVoid();
    }

    private Uni<Enrolment.Draft> drafted(ReferralRow row, ReferralOrder order, Entered entered) {
        return row.prescription() == null
                ? new Enrolment(desk, clock, by).draft(order, row.source(), entered)
                : Uni.createFrom().item(new Enrolment.Draft(row.prescription(), false));
    }

    private static List<Finding> againstRules(List<Finding> found, RequiredInformation required) {
        var broken = required.finding(FindingCode.ORDER_AGAINST_RULES, "/medication");
        return Stream.concat(found.stream(), Stream.of(broken)).toList();
    }

    private NewCase newCase(ReferralRow row, ReferralOrder order, Entered entered) {
        var shown = row.opened(null);
        var primary = entered.patient().details().coverages().stream()
                .min(Comparator.comparing(Coverage::order))
                .map(Coverage::payer)
                .orElse(null);
        return new NewCase(
                row.id(),
                entered.patient().id(),
                entered.prescriber(),
                shown.drug(),
                shown.prescription(),
                primary,
                kind(order, primary),
                order.medication().writtenAt(),
                row.receivedAt(),
                shown.findings(),
                row.source(),
                by);
    }

    /** Of the payer who pays first; unknown when the referral does not name that one. */
    private static @Nullable ReferredPayerKind kind(ReferralOrder order, @Nullable String payer) {
        return order.coverages().stream()
                .filter(coverage -> coverage.payer().equalsIgnoreCase(payer))
                .map(ReferredCoverage::kind)
                .findFirst()
                .orElse(null);
    }
}
