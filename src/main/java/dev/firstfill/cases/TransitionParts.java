package dev.firstfill.cases;

import dev.firstfill.benefits.CoverageFound;
import dev.firstfill.clocks.Party;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which parts a move is made on: each has its moves, and a part that would be ignored is refused. */
final class TransitionParts {
    /** A case that is held longer has ended. */
    private static final int HOLD_DAYS_MAX = 366;

    private TransitionParts() {}

    /** @throws CaseRefusals.PartsUnfit when one is missing, or has no place in the move */
    static void check(CaseTransition wish, LocalDate today) {
        var move = wish.move();
        reason(wish);
        part(move, "benefits", wish.benefits(), isVerdict(move), isVerdict(move));
        part(move, "funding", wish.funding(), move == CaseMove.SCHEDULE_WELCOME_CALL, false);
        part(move, "until", wish.until(), move == CaseMove.HOLD, move == CaseMove.HOLD);
        var asks = move == CaseMove.REQUEST_INFORMATION;
        part(move, "waitsFor", wish.waitsFor(), asks, asks);
        part(move, "information", wish.information(), asks, false);
        part(move, "transferTo", wish.transferTo(), move == CaseMove.TRANSFER, false);
        if (wish.waitsFor() == Party.PHARMACY) {
            throw new CaseRefusals.PartsUnfit(move, "asks somebody outside the pharmacy");
        }
        if (wish.until() != null
                && (!wish.until().isAfter(today) || wish.until().isAfter(today.plusDays(HOLD_DAYS_MAX)))) {
            throw new CaseRefusals.PartsUnfit(move, "holds until a day after today, and for a year at most");
        }
        verdict(wish);
    }

    private static void reason(CaseTransition wish) {
        var known = MoveReason.of(wish.move());
        if (known.isEmpty() != (wish.reason() == null) || (wish.reason() != null && !known.contains(wish.reason()))) {
            throw new CaseRefusals.PartsUnfit(
                    wish.move(),
                    known.isEmpty()
                            ? "takes no 'reason'"
                            : "needs a 'reason' of: "
                                    + known.stream().map(MoveReason::wireName).collect(Collectors.joining(", ")));
        }
    }

    private static boolean isVerdict(CaseMove move) {
        return move == CaseMove.VERIFY_PA_REQUIRED
                || move == CaseMove.VERIFY_NO_PA
                || move == CaseMove.FIND_NOT_COVERED;
    }

    /** What was found and where the case goes must not say two things. */
    private static void verdict(CaseTransition wish) {
        var found = wish.benefits();
        if (found == null) {
            return;
        }
        var covered = found.coverage() == CoverageFound.COVERED;
        var fits =
                switch (wish.move()) {
                    case VERIFY_PA_REQUIRED -> covered && found.priorAuthorisationRequired();
                    case VERIFY_NO_PA -> covered && !found.priorAuthorisationRequired();
                    default -> !covered;
                };
        if (!fits) {
            throw new CaseRefusals.PartsUnfit(wish.move(), "contradicts the benefits that were found");
        }
    }

    private static void part(CaseMove move, String name, @Nullable Object part, boolean taken, boolean needed) {
        if (needed && part == null) {
            throw new CaseRefusals.PartsUnfit(move, "needs '%s'".formatted(name));
        }
        if (!taken && part != null) {
            throw new CaseRefusals.PartsUnfit(move, "takes no '%s'".formatted(name));
        }
    }
}
