package dev.firstfill.cases;

import dev.firstfill.kernel.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/** Every way this context says no. */
public final class CaseRefusals {
    private CaseRefusals() {}

    /** There is no such case in this pharmacy. */
    static final class CaseNotFound extends Refusal {
        private static final long serialVersionUID = 1L;

        CaseNotFound() {
            super(Kind.NOT_FOUND, "case-not-found", "There is no such case.");
        }
    }

    /** The case stands where this cannot be done. */
    static final class MoveNotLegal extends Refusal {
        private static final long serialVersionUID = 1L;

        MoveNotLegal(CaseMove move, CaseState from) {
            super(
                    Kind.CONFLICT,
                    "case-move-not-legal",
                    "The case is in '%s', from where '%s' is not possible. Possible are: %s."
                            .formatted(from.status().title(), move.wireName(), possible(from)));
        }

        private static String possible(CaseState from) {
            return CaseMoves.of(from).stream().map(CaseMove::wireName).collect(Collectors.joining(", "));
        }
    }

    /** Somebody else does it, or something that happens elsewhere does. */
    static final class MoveNotByHand extends Refusal {
        private static final long serialVersionUID = 1L;

        MoveNotByHand(CaseMove move) {
            super(
                    Kind.UNPROCESSABLE,
                    "case-move-not-by-hand",
                    "'%s' follows from what is done elsewhere, such as with the dispense or the prior authorisation. Do it there."
                            .formatted(move.wireName()));
        }
    }

    /** The caller works another queue. */
    static final class MoveNotYours extends Refusal {
        private static final long serialVersionUID = 1L;

        MoveNotYours(CaseMove move) {
            super(
                    Kind.NOT_ALLOWED,
                    "case-move-not-yours",
                    "'%s' is done by whoever works one of the queues %s."
                            .formatted(
                                    move.wireName(),
                                    move.queues().stream()
                                            .map(WireName::of)
                                            .sorted()
                                            .collect(Collectors.joining(", "))));
        }
    }

    /** A guard of the move is not met. */
    public static final class MoveLacks extends Refusal {
        private static final long serialVersionUID = 1L;
        private final transient List<Lack> lacks;

        MoveLacks(CaseMove move, List<Lack> lacks) {
            super(
                    Kind.CONFLICT,
                    "case-move-lacks",
                    "'%s' still lacks: %s. %s"
                            .formatted(
                                    move.wireName(),
                                    lacks.stream()
                                            .map(lack -> lack.code().wireName())
                                            .distinct()
                                            .collect(Collectors.joining(", ")),
                                    lacks.getFirst().remedy()));
            this.lacks = List.copyOf(lacks);
        }

        public List<Lack> lacks() {
            return lacks;
        }
    }

    /** A part of the wish is missing, or has no place in this move. */
    static final class PartsUnfit extends Refusal {
        private static final long serialVersionUID = 1L;

        PartsUnfit(CaseMove move, String what) {
            super(Kind.UNPROCESSABLE, "case-move-parts-unfit", "'%s' %s.".formatted(move.wireName(), what));
        }
    }

    /** A fill cannot be queued or go on for a case that is not there yet. */
    static final class CaseNotCleared extends Refusal {
        private static final long serialVersionUID = 1L;

        CaseNotCleared(CaseNumber number, CaseState state) {
            super(
                    Kind.CONFLICT,
                    "case-not-cleared",
                    "Case %s of this prescription is in '%s'. Nothing is dispensed before it is clinically cleared, nor while it is on hold."
                            .formatted(number, state.status().title()));
        }
    }

    /** Nothing was delivered yet that the patient could take. */
    static final class NotInTherapy extends Refusal {
        private static final long serialVersionUID = 1L;

        NotInTherapy(CaseState state) {
            super(
                    Kind.CONFLICT,
                    "case-not-in-therapy",
                    "The case is in '%s'. Adherence is asked about once a fill was delivered."
                            .formatted(state.status().title()));
        }
    }

    /** It has ended. */
    static final class CaseClosed extends Refusal {
        private static final long serialVersionUID = 1L;

        CaseClosed() {
            super(Kind.CONFLICT, "case-closed", "The case has ended.");
        }
    }
}
