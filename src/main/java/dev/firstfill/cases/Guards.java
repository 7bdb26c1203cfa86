package dev.firstfill.cases;

import dev.firstfill.benefits.CoverageFound;
import dev.firstfill.clocks.Party;
import dev.firstfill.workflowsettings.RequiredStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What each move asks for beyond being legal. Everything that is still lacking is named, not only the first thing. */
final class Guards {
    private Guards() {}

    static List<Lack> of(CaseMove move, Situation situation) {
        return switch (move) {
            case COMPLETE_INTAKE -> intake(situation);
            case RECEIVE_INFORMATION -> information(situation);
            case SCHEDULE_WELCOME_CALL -> welcomeCall(situation);
            case CLEAR -> clearance(situation);
            case LOSE_CONTACT -> contact(situation);
            case CANCEL ->
                situation.treated()
                        ? List.of(lack(
                                Lack.Code.FIRST_FILL_SHIPPED,
                                Party.PHARMACY,
                                "The first fill was shipped: discontinue the therapy instead."))
                        : List.of();
            case DISCONTINUE ->
                situation.treated()
                        ? List.of()
                        : List.of(lack(
                                Lack.Code.FIRST_FILL_MISSING,
                                Party.PHARMACY,
                                "Nothing was shipped yet: cancel the case instead."));
            default -> List.of();
        };
    }

    private static List<Lack> information(Situation situation) {
        return situation.facts().missing().stream()
                .map(missing -> lack(
                        Lack.Code.INFORMATION_MISSING,
                        missing.from(),
                        "Enter it as a supplement to the referral: %s.".formatted(missing.code())))
                .toList();
    }

    private static List<Lack> intake(Situation situation) {
        var lacks = new ArrayList<>(information(situation));
        if (!situation.prescribed()) {
            lacks.add(lack(
                    Lack.Code.PRESCRIPTION_MISSING,
                    Party.PRESCRIBER,
                    "A prescription is drafted as soon as the referral says all that one needs."));
        }
        return lacks;
    }

    /** Somebody pays, or the payer's leave would come too late. */
    private static List<Lack> welcomeCall(Situation situation) {
        var facts = situation.facts();
        if (facts.benefits() == null) {
            return List.of(lack(Lack.Code.BENEFITS_MISSING, Party.PHARMACY, "Investigate the benefits first."));
        }
        if (facts.funding() != null) {
            return List.of();
        }
        var lacks = new ArrayList<Lack>();
        if (facts.benefits().coverage() != CoverageFound.COVERED) {
            lacks.add(lack(
                    Lack.Code.FUNDING_MISSING,
                    Party.PHARMACY,
                    "The plan does not pay: review the funding and say who does."));
        } else if (facts.benefits().priorAuthorisationRequired() && !situation.authorised()) {
            lacks.add(lack(Lack.Code.AUTHORISATION_MISSING, Party.PAYER, "The payer's leave has to hold today."));
        }
        return lacks;
    }

    private static List<Lack> clearance(Situation situation) {
        var lacks = new ArrayList<Lack>();
        if (!situation.assessed()) {
            lacks.add(lack(
                    Lack.Code.ASSESSMENT_MISSING, Party.PHARMACY, "A pharmacist has to sign a clinical assessment."));
        }
        situation.programme().requires().stream()
                .filter(step -> !situation.facts().done().contains(step))
                .sorted()
                .map(Guards::step)
                .forEach(lacks::add);
        return lacks;
    }

    private static Lack step(RequiredStep step) {
        return lack(
                Lack.Code.STEP_MISSING,
                switch (step) {
                    case CONSENT -> Party.PATIENT;
                    case REMS_ENROLMENT, LABORATORY_RESULT -> Party.PRESCRIBER;
                },
                "The programme asks for it: %s."
                        .formatted(step.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    }

    private static List<Lack> contact(Situation situation) {
        var rule = situation.programme().unreachable();
        var attempts = situation.facts().attempts();
        var channels = attempts.stream().map(ContactAttempt::channel).distinct().count();
        var enduring = situation
                .facts()
                .firstAttempt()
                .filter(first -> !first.at()
                        .plus(Duration.ofDays(rule.days()))
                        .isAfter(attempts.getLast().at()))
                .isPresent();
        return attempts.size() >= rule.attempts() && channels >= rule.channels() && enduring
                ? List.of()
                : List.of(lack(
                        Lack.Code.CONTACT_ATTEMPTS_MISSING,
                        Party.PHARMACY,
                        "A patient counts as unreachable after %d attempts by %d channels, the first and last %d days apart."
                                .formatted(rule.attempts(), rule.channels(), rule.days())));
    }

    private static Lack lack(Lack.Code code, Party from, String remedy) {
        return new Lack(code, from, remedy);
    }
}
