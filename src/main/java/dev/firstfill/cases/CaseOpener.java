package dev.firstfill.cases;

import dev.firstfill.clocks.Party;
import dev.firstfill.drugs.DrugId;
import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Writing;
import dev.firstfill.referrals.CaseOpening;
import dev.firstfill.referrals.Finding;
import dev.firstfill.referrals.NewCase;
import dev.firstfill.referrals.OpenedCase;
import dev.firstfill.referrals.RequiredInformation;
import dev.firstfill.workflowsettings.RequiredStep;
import dev.firstfill.workflowsettings.SettingsBook;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens a case in the transaction in which its referral is received. */
@ApplicationScoped
public class CaseOpener implements CaseOpening {
    private final Clock clock;

    public CaseOpener(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Uni<OpenedCase> open(Writing desk, NewCase begun) {
        return SettingsBook.current(desk.session(), clock).chain(settings -> new Cases(desk.session(), desk.seals())
                .sealOf(begun.patient())
                .chain(seal -> {
                    var missing = missing(begun.findings());
                    var row = new CaseRow(new CaseId(Ids.next()), begun, CaseFacts.lacking(missing), settings);
                    var hand = CaseInHand.opening(desk, clock, begun.by(), row, settings, seal);
                    var facts = Map.of("source", WireName.of(begun.source()));
                    var intake = new CaseState.NewReferralIntake();
                    var opened = begun.lacksInformation()
                            ? hand.begin(intake.requestInformation(), waitsFor(missing), facts)
                            : hand.begin(intake, Party.PHARMACY, facts);
                    return opened.map(done -> row.opened())
                            .map(open -> new OpenedCase(
                                    open.id().value(), open.number().toString()));
                }));
    }

    @Override
    public Uni<RequiredInformation> required(Writing desk, @Nullable DrugId drug) {
        return SettingsBook.current(desk.session(), clock).map(settings -> {
            var programme = settings.programmeOf(drug == null ? null : drug.value());
            return new RequiredInformation(
                    RequiredInformation.USUAL.holdingIntake(),
                    programme.requires().contains(RequiredStep.CONSENT));
        });
    }

    static List<Missing> missing(List<Finding> findings) {
        return findings.stream()
                .filter(Finding::holdsIntake)
                .map(finding -> new Missing(
                        WireName.of(finding.code()),
                        Party.valueOf(finding.source().name()),
                        true))
                .toList();
    }

    /** Of several the one outside the pharmacy that has most to say; what the pharmacy alone lacks it waits for itself. */
    static Party waitsFor(List<Missing> missing) {
        return List.of(Party.PRESCRIBER, Party.PATIENT, Party.PAYER, Party.HUB).stream()
                .filter(party -> missing.stream().anyMatch(lack -> lack.from() == party))
                .findFirst()
                .orElse(Party.PHARMACY);
    }
}
