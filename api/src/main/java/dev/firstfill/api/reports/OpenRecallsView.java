package dev.firstfill.api.reports;

import dev.firstfill.identifiers.Ndc;
import dev.firstfill.inventory.RecallClass;
import dev.firstfill.inventory.RecallDepth;
import dev.firstfill.reports.OpenRecallsReport.Called;
import dev.firstfill.reports.Report;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which recalls are open. */
@Schema(name = "OpenRecallsReport", description = "Which recalls are open, the one opened first at the top.")
public record OpenRecallsView(
        Instant asOf,
        ZoneId timeZone,

        @Schema(description = "Whether there are more rows than a report shows.")
        boolean truncated,

        List<Row> rows)
        implements Sheet {

    /** One recall. */
    @Schema(name = "OpenRecall", description = "A recall that nobody has closed yet.")
    public record Row(
            UUID recall,

            @Schema(description = "The number of the notice.")
            String reference,

            RecallClass recallClass,
            RecallDepth depth,
            Ndc ndc,
            @Schema(examples = "Adalimumab Pen") String drug,
            List<String> lots,
            Instant openedAt,

            @Schema(description = "At all places and of all owners, in units of the drug's package.")
            BigDecimal held,

            @Schema(description = "Left the pharmacy with such a lot; one that came back undelivered apart.")
            long dispensesSent,

            @Schema(description = "Hold such a lot and have not left.")
            long dispensesInHouse) {

        private static Row of(Called row) {
            return new Row(
                    row.recall().value(),
                    row.reference(),
                    row.recallClass(),
                    row.depth(),
                    row.ndc(),
                    row.drug(),
                    row.lots(),
                    row.openedAt(),
                    row.held(),
                    row.dispensesSent(),
                    row.dispensesInHouse());
        }

        private List<@Nullable Object> cells() {
            return Arrays.asList(
                    reference,
                    Wire.name(recallClass),
                    Wire.name(depth),
                    ndc.value(),
                    drug,
                    String.join(" ", lots),
                    openedAt,
                    held,
                    dispensesSent,
                    dispensesInHouse);
        }
    }

    static OpenRecallsView of(Report<Called> report) {
        return new OpenRecallsView(
                report.asOf(),
                report.zone(),
                report.truncated(),
                report.rows().stream().map(Row::of).toList());
    }

    @Override
    public String title() {
        return "recalls-open";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "reference",
                "class",
                "depth",
                "ndc",
                "drug",
                "lots",
                "openedAt",
                "held",
                "dispensesSent",
                "dispensesInHouse");
    }

    @Override
    public List<List<@Nullable Object>> cells() {
        return rows.stream().map(Row::cells).toList();
    }
}
