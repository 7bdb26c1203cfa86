package dev.firstfill.api.inventory;

import dev.firstfill.api.security.ColleagueView;
import dev.firstfill.inventory.CountLine;
import dev.firstfill.inventory.CountState;
import dev.firstfill.inventory.StockCount;
import dev.firstfill.inventory.Tally;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A count as the front end reads one: blind as long as anything is counted. */
@Schema(name = "StockCount", description = "A count of all that lies in one place.")
public record StockCountView(
        UUID id,

        @Schema(description = "The stock location's id.") UUID location,

        CountState state,
        List<Line> lines,
        ColleagueView openedBy,
        Instant openedAt,
        @Nullable ColleagueView closedBy,
        @Nullable Instant closedAt) {

    /** One lot on the sheet. */
    @Schema(name = "StockCountLine", description = "One lot on the sheet.")
    public record Line(
            @Schema(description = "The stock lot's id.") UUID lot,

            @Schema(description = "Whether it was counted.") boolean counted,

            @Schema(description = "Whether somebody else has to count it again.")
            boolean recount,

            @Nullable @Schema(examples = "9", description = "What was counted; absent while counting goes on.")
            BigDecimal quantity,

            @Nullable @Schema(examples = "-1", description = "By how much it differs from the book at that moment.")
            BigDecimal variance,

            @Nullable ColleagueView countedBy) {
        private static Line of(CountLine line, boolean blind) {
            var first = line.first();
            var shown = blind ? null : line.tally();
            return new Line(
                    line.lot(),
                    first != null,
                    first != null && !line.isSettled(),
                    shown == null ? null : shown.counted(),
                    shown == null ? null : shown.variance(),
                    counter(line.tally()));
        }

        private static @Nullable ColleagueView counter(@Nullable Tally tally) {
            return tally == null ? null : ColleagueView.of(tally.by());
        }
    }

    static StockCountView of(StockCount count) {
        boolean blind = count.state() == CountState.COUNTING;
        var closedBy = count.closedBy();
        return new StockCountView(
                count.id().value(),
                count.location().value(),
                count.state(),
                count.lines().stream().map(line -> Line.of(line, blind)).toList(),
                ColleagueView.of(count.openedBy()),
                count.openedAt(),
                closedBy == null ? null : ColleagueView.of(closedBy),
                count.closedAt());
    }
}
