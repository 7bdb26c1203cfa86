package dev.firstfill.api.reports;

import dev.firstfill.drugs.PackageSize;
import dev.firstfill.identifiers.Ndc;
import dev.firstfill.inventory.Ownership;
import dev.firstfill.reports.Report;
import dev.firstfill.reports.StockOnHandReport.Stock;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What lies on the shelves. */
@Schema(name = "StockOnHandReport", description = "What lies on the shelves, in order of what it is broken down by.")
public record StockOnHandView(
        Instant asOf,
        ZoneId timeZone,

        @Schema(description = "Whether there are more rows than a report shows.")
        boolean truncated,

        List<Row> rows)
        implements Sheet {

    /** One sum. */
    @Schema(
            name = "StockOnHand",
            description =
                    "What there is of a drug, in units of its package: each is free, reserved, blocked or expired.")
    public record Row(
            Ndc ndc,
            @Schema(examples = "Adalimumab Pen") String drug,
            PackageSize.Unit unit,

            @Nullable @Schema(description = "Absent unless broken down by it.")
            Ownership ownership,

            @Nullable @Schema(description = "Absent of what the pharmacy bought.")
            String owner,

            @Nullable @Schema(description = "Absent unless broken down by it.")
            LocalDate expiresOn,

            long lots,
            @Schema(description = "All of it.") BigDecimal onHand,

            @Schema(description = "May be dispensed, and is not reserved.")
            BigDecimal free,

            BigDecimal reserved,

            @Schema(description = "In quarantine, recalled or damaged.")
            BigDecimal blocked,

            BigDecimal expired) {

        private static Row of(Stock stock) {
            return new Row(
                    stock.ndc(),
                    stock.drug(),
                    stock.unit(),
                    stock.ownership(),
                    stock.owner(),
                    stock.expiresOn(),
                    stock.lots(),
                    stock.onHand(),
                    stock.free(),
                    stock.reserved(),
                    stock.blocked(),
                    stock.expired());
        }

        private List<@Nullable Object> cells() {
            return Arrays.asList(
                    ndc.value(),
                    drug,
                    Wire.name(unit),
                    Wire.name(ownership),
                    owner,
                    expiresOn,
                    lots,
                    onHand,
                    free,
                    reserved,
                    blocked,
                    expired);
        }
    }

    static StockOnHandView of(Report<Stock> report) {
        return new StockOnHandView(
                report.asOf(),
                report.zone(),
                report.truncated(),
                report.rows().stream().map(Row::of).toList());
    }

    @Override
    public String title() {
        return "stock-on-hand";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "ndc",
                "drug",
                "unit",
                "ownership",
                "owner",
                "expiresOn",
                "lots",
                "onHand",
                "free",
                "reserved",
                "blocked",
                "expired");
    }

    @Override
    public List<List<@Nullable Object>> cells() {
        return rows.stream().map(Row::cells).toList();
    }
}
