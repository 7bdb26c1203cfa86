package dev.firstfill.api.reports;

import dev.firstfill.dispensing.DispenseNumber;
import dev.firstfill.dispensing.DispenseState;
import dev.firstfill.identifiers.Ndc;
import dev.firstfill.patients.PatientNumber;
import dev.firstfill.prescribing.PrescriptionNumber;
import dev.firstfill.reports.FillsDueReport.FillDue;
import dev.firstfill.reports.Report;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which fills are due. */
@Schema(name = "FillsDueReport", description = "Which fills are due, the one due first at the top.")
public record FillsDueView(
        Instant asOf,
        ZoneId timeZone,

        @Schema(description = "Whether there are more rows than a report shows.")
        boolean truncated,

        List<Row> rows)
        implements Sheet {

    /** One fill. */
    @Schema(name = "FillDue", description = "A fill that is due; more of its patient shows the patient's record.")
    public record Row(
            PrescriptionNumber prescription,
            PatientNumber patient,
            Ndc ndc,
            @Schema(examples = "Adalimumab Pen") String drug,

            @Schema(description = "Of what is queued, the day on which it is needed.")
            LocalDate dueOn,

            @Schema(description = "0 when it is not.") int daysOverdue,

            @Nullable
            @Schema(description = "What waits to leave, was lost or came back; absent when nothing was queued yet.")
            DispenseNumber dispense,

            @Nullable DispenseState dispenseState) {

        private static Row of(FillDue due) {
            return new Row(
                    due.prescription(),
                    due.patient(),
                    due.ndc(),
                    due.drug(),
                    due.dueOn(),
                    due.daysOverdue(),
                    due.dispense(),
                    due.dispenseState());
        }

        private List<@Nullable Object> cells() {
            return Arrays.asList(
                    prescription, patient, ndc.value(), drug, dueOn, daysOverdue, dispense, Wire.name(dispenseState));
        }
    }

    static FillsDueView of(Report<FillDue> report) {
        return new FillsDueView(
                report.asOf(),
                report.zone(),
                report.truncated(),
                report.rows().stream().map(Row::of).toList());
    }

    @Override
    public String title() {
        return "fills-due";
    }

    @Override
    public List<String> columns() {
        return List.of("prescription", "patient", "ndc", "drug", "dueOn", "daysOverdue", "dispense", "dispenseState");
    }

    @Override
    public List<List<@Nullable Object>> cells() {
        return rows.stream().map(Row::cells).toList();
    }
}
