package dev.firstfill.api.reports;

import dev.firstfill.api.security.ColleagueView;
import dev.firstfill.dispensing.DispenseEventKind;
import dev.firstfill.dispensing.DispenseNumber;
import dev.firstfill.drugs.ControlledSchedule;
import dev.firstfill.identifiers.Ndc;
import dev.firstfill.prescribing.PrescriptionNumber;
import dev.firstfill.reports.DailyLogReport.Logged;
import dev.firstfill.reports.Report;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What happened to dispenses on a day. */
@Schema(name = "DailyLog", description = "All that happened to dispenses on a day of the pharmacy, in order.")
public record DailyLogView(
        Instant asOf,
        ZoneId timeZone,
        LocalDate on,

        @Schema(description = "Whether the day goes on after the last row.")
        boolean truncated,

        List<Row> rows,

        @Nullable @Schema(description = "Where the day goes on; absent when it is shown to its end.")
        String nextCursor)
        implements Sheet {

    /** One event. */
    @Schema(name = "LoggedEvent", description = "One event, and the dispense as it is now.")
    public record Row(
            UUID event,
            Instant at,
            DispenseEventKind kind,
            ColleagueView by,
            DispenseNumber dispense,
            PrescriptionNumber prescription,

            @Schema(description = "0 for the original fill, and so 1 for the first refill.")
            int fillNumber,

            Ndc ndc,
            @Schema(examples = "Adalimumab Pen") String drug,
            ControlledSchedule schedule,

            @Schema(examples = "2", description = "In units of the drug's package.")
            BigDecimal quantity,

            List<Lot> lots) {

        private static Row of(Logged logged) {
            return new Row(
                    logged.event(),
                    logged.at(),
                    logged.kind(),
                    ColleagueView.of(logged.by()),
                    logged.dispense(),
                    logged.prescription(),
                    logged.fillNumber(),
                    logged.ndc(),
                    logged.drug(),
                    logged.schedule(),
                    Wire.plain(logged.quantity()),
                    logged.lots().stream()
                            .map(lot -> new Lot(lot.lotNumber(), lot.expiresOn(), Wire.plain(lot.quantity())))
                            .toList());
        }

        private List<@Nullable Object> cells(ZoneId zone) {
            return Arrays.asList(
                    at.atZone(zone).toOffsetDateTime(),
                    Wire.name(kind),
                    by.name(),
                    dispense,
                    prescription,
                    fillNumber,
                    ndc.value(),
                    drug,
                    Wire.name(schedule),
                    quantity,
                    lots.stream().map(Lot::lotNumber).collect(Collectors.joining(" ")));
        }
    }

    /** What of one lot is in the dispense. */
    @Schema(name = "LoggedLot", description = "What of one lot is in the dispense.")
    public record Lot(
            @Schema(examples = "LOT-A") String lotNumber,
            LocalDate expiresOn,
            @Schema(examples = "2") BigDecimal quantity) {}

    /** @param next makes the cursor of the last row's event, if the day goes on */
    static DailyLogView of(LocalDate on, Report<Logged> report, Function<UUID, String> next) {
        var rows = report.rows().stream().map(Row::of).toList();
        return new DailyLogView(
                report.asOf(),
                report.zone(),
                on,
                report.truncated(),
                rows,
                report.truncated() ? next.apply(rows.getLast().event()) : null);
    }

    @Override
    public String title() {
        return "daily-log-" + on;
    }

    @Override
    public List<String> columns() {
        return List.of(
                "at",
                "kind",
                "by",
                "dispense",
                "prescription",
                "fillNumber",
                "ndc",
                "drug",
                "schedule",
                "quantity",
                "lots");
    }

    @Override
    public List<List<@Nullable Object>> cells() {
        return rows.stream().map(row -> row.cells(timeZone)).toList();
    }
}
