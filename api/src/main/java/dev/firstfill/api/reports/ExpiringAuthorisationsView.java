package dev.firstfill.api.reports;

import dev.firstfill.authorisations.AuthorisationId;
import dev.firstfill.identifiers.Ndc;
import dev.firstfill.patients.PatientNumber;
import dev.firstfill.reports.ExpiringAuthorisationsReport.Expiring;
import dev.firstfill.reports.Report;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which approvals run out. */
@Schema(name = "ExpiringAuthorisationsReport", description = "Which approvals run out, the first to end at the top.")
public record ExpiringAuthorisationsView(
        Instant asOf,
        ZoneId timeZone,

        @Schema(description = "Whether there are more rows than a report shows.")
        boolean truncated,

        List<Row> rows)
        implements Sheet {

    /** One approval. */
    @Schema(name = "ExpiringAuthorisation", description = "An approval that runs out, and no other goes on from it.")
    public record Row(
            AuthorisationId authorisation,
            PatientNumber patient,
            Ndc ndc,
            @Schema(examples = "Adalimumab Pen") String drug,

            @Schema(description = "The last day on which it holds.")
            LocalDate validUntil,

            @Schema(description = "0 on the last day.") int daysLeft,

            @Nullable @Schema(examples = "26", description = "In units of the drug's package; no limit when absent.")
            BigDecimal quantity) {

        private static Row of(Expiring row) {
            return new Row(
                    row.authorisation(),
                    row.patient(),
                    row.ndc(),
                    row.drug(),
                    row.validUntil(),
                    row.daysLeft(),
                    row.quantity());
        }

        private List<@Nullable Object> cells() {
            return Arrays.asList(authorisation, patient, ndc.value(), drug, validUntil, daysLeft, quantity);
        }
    }

    static ExpiringAuthorisationsView of(Report<Expiring> report) {
        return new ExpiringAuthorisationsView(
                report.asOf(),
                report.zone(),
                report.truncated(),
                report.rows().stream().map(Row::of).toList());
    }

    @Override
    public String title() {
        return "authorisations-expiring";
    }

    @Override
    public List<String> columns() {
        return List.of("authorisation", "patient", "ndc", "drug", "validUntil", "daysLeft", "quantity");
    }

    @Override
    public List<List<@Nullable Object>> cells() {
        return rows.stream().map(Row::cells).toList();
    }
}
