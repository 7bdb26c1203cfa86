package dev.firstfill.cases;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All states there are, and how the table keeps one: by its name and, when it interrupts another, that one's name. */
final class CaseStates {
    private static final Map<CaseStatus, CaseState> PLAIN = plain();

    private CaseStates() {}

    private static Map<CaseStatus, CaseState> plain() {
        var plain = new EnumMap<CaseStatus, CaseState>(CaseStatus.class);
        List.of(
                        new CaseState.NewReferralIntake(),
                        new CaseState.BenefitsInvestigation(),
                        new CaseState.BenefitsVerifiedPaRequired(),
                        new CaseState.BenefitsVerifiedNoPa(),
                        new CaseState.NotCovered(),
                        new CaseState.PaPreparation(),
                        new CaseState.PaPendingPayer(),
                        new CaseState.PaInfoRequested(),
                        new CaseState.PaDenied(),
                        new CaseState.AppealPending(),
                        new CaseState.PaExpired(),
                        new CaseState.PaApproved(),
                        new CaseState.FinancialReview(),
                        new CaseState.WelcomeCallPending(),
                        new CaseState.ClinicalIntervention(),
                        new CaseState.ClinicallyCleared(),
                        new CaseState.DispenseQueued(),
                        new CaseState.Dispensing(),
                        new CaseState.FillComplete(),
                        new CaseState.Shipped(),
                        new CaseState.DeliveryException(),
                        new CaseState.AdherenceFollowUp(),
                        new CaseState.RefillDue(),
                        new CaseState.Duplicate(),
                        new CaseState.Rejected(),
                        new CaseState.Transferred(),
                        new CaseState.Cancelled(),
                        new CaseState.Discontinued())
                .forEach(state -> plain.put(state.status(), state));
        return Map.copyOf(plain);
    }

    /**
     * @param then the state that was interrupted; null when none was
     * @throws IllegalArgumentException when there is no such state, which the table's rows never say
     */
    static CaseState of(CaseStatus status, @Nullable CaseStatus then) {
        return switch (status) {
            case AWAITING_INFORMATION ->
                new CaseState.AwaitingInformation(interrupted(CaseState.Informed.class, status, then));
            case PATIENT_UNREACHABLE ->
                new CaseState.PatientUnreachable(interrupted(CaseState.Conversing.class, status, then));
            case ON_HOLD -> new CaseState.OnHold(interrupted(CaseState.Holdable.class, status, then));
            default -> {
                if (then != null) {
                    throw new IllegalArgumentException(status + " interrupts nothing");
                }
                yield PLAIN.get(status);
            }
        };
    }

    private static <S extends CaseState> S interrupted(Class<S> kind, CaseStatus status, @Nullable CaseStatus then) {
        if (then == null || !kind.isInstance(PLAIN.get(then))) {
            throw new IllegalArgumentException(status + " does not interrupt " + then);
        }
        return kind.cast(PLAIN.get(then));
    }

    /** What goes on afterwards: null unless the state interrupts another. */
    static @Nullable CaseStatus then(CaseState state) {
        return switch (state) {
            case CaseState.AwaitingInformation waiting -> waiting.then().status();
            case CaseState.PatientUnreachable unreachable -> unreachable.then().status();
            case CaseState.OnHold held -> held.then().status();
            default -> null;
        };
    }

    /** Every state there is, those that interrupt another once for each. */
    static List<CaseState> all() {
        var all = new ArrayList<>(PLAIN.values());
        for (var state : PLAIN.values()) {
            if (state instanceof CaseState.Informed informed) {
                all.add(informed.requestInformation());
            }
            if (state instanceof CaseState.Conversing conversing) {
                all.add(conversing.loseContact());
            }
            if (state instanceof CaseState.Holdable holdable) {
                all.add(holdable.hold());
            }
        }
        return List.copyOf(all);
    }
}
