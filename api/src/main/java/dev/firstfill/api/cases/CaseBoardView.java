package dev.firstfill.api.cases;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.firstfill.api.security.ColleagueView;
import dev.firstfill.cases.CaseBoard;
import dev.firstfill.cases.CaseStatus;
import dev.firstfill.clocks.Party;
import dev.firstfill.kernel.Colleague;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How many open cases have what in common. */
@Schema(name = "CaseBoard", description = "How many open cases there are, and how many have what in common.")
public record CaseBoardView(
        @Schema(description = "When they were counted.") Instant at,

        @Schema(examples = "214", description = "All together.")
        long total,

        List<Cell> cells) {

    /** Cases that have these in common. */
    @Schema(name = "CaseBoardCell", description = "Cases that have these in common.")
    public record Cell(
            CaseStatus status,
            @Schema(examples = "PA Pending - Payer") String title,
            @Nullable String payer,
            @Nullable Party waitsFor,

            @Nullable @Schema(description = "Absent of those that nobody owns.")
            ColleagueView owner,

            @Schema(description = "Percent that their worst clock has warned of.")
            int sla,

            @Schema(description = "When the one that has stood longest came into its status.")
            Instant oldestSince,

            long count,

            @Schema(description = "How many have stood in their status how long.")
            Ages ages) {}

    /** How many have stood in their status how long; together all of the cell. */
    @Schema(name = "CaseBoardAges")
    public record Ages(
            @JsonProperty("underOneDay") long underOneDay,
            @JsonProperty("oneToThreeDays") long oneToThreeDays,
            @JsonProperty("threeToSevenDays") long threeToSevenDays,
            @JsonProperty("overSevenDays") long overSevenDays) {}

    static CaseBoardView of(CaseBoard.Board board) {
        return new CaseBoardView(
                board.at(),
                board.cells().stream().mapToLong(CaseBoard.Cell::count).sum(),
                board.cells().stream().map(CaseBoardView::cell).toList());
    }

    private static Cell cell(CaseBoard.Cell cell) {
        return new Cell(
                cell.status(),
                cell.status().title(),
                cell.payer(),
                cell.waitsFor(),
                cell.owner() == null || cell.ownerName() == null
                        ? null
                        : ColleagueView.of(new Colleague(cell.owner(), cell.ownerName())),
                cell.sla(),
                cell.oldestSince(),
                cell.count(),
                new Ages(
                        cell.underOneDay(),
                        cell.underThreeDays() - cell.underOneDay(),
                        cell.underSevenDays() - cell.underThreeDays(),
                        cell.count() - cell.underSevenDays()));
    }
}
