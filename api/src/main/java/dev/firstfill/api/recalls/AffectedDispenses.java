package dev.firstfill.api.recalls;

import dev.firstfill.api.dispensing.DispenseLotView;
import dev.firstfill.recalls.AffectedDispense;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of the dispenses that a recall concerns. */
@Schema(description = "One page of the dispenses that a recall concerns.")
public record AffectedDispenses(
        List<Item> items,

        @Nullable @Schema(description = "Where the list goes on; absent on the last page.")
        String nextCursor) {

    /** One of them, with whom to call. */
    @Schema(name = "AffectedDispense", description = "A dispense that a recall concerns, and who was told of it.")
    public record Item(
            UUID dispense,

            @Schema(examples = "D1001") String number,

            UUID patient,

            @Schema(examples = "P1001", description = "The name is in the patient's record.")
            String patientNumber,

            UUID prescriber,

            @Schema(description = "Those of its lots that are recalled.")
            List<DispenseLotView> lots,

            Instant shippedAt,
            @Nullable Instant deliveredAt,

            @Nullable @Schema(description = "When it came back after it was with the patient.")
            Instant returnedAt,

            @Nullable @Schema(description = "The last try to tell the patient; absent when there was none.")
            RecallContactView lastToPatient,

            @Nullable @Schema(description = "The last try to tell the prescriber; absent when there was none.")
            RecallContactView lastToPrescriber) {
        static Item of(AffectedDispense affected) {
            var trace = affected.trace();
            return new Item(
                    trace.dispense().value(),
                    trace.number().toString(),
                    trace.patient().value(),
                    affected.patientNumber().toString(),
                    affected.prescriber().value(),
                    trace.lots().stream().map(DispenseLotView::of).toList(),
                    trace.shippedAt(),
                    trace.deliveredAt(),
                    trace.returnedAt(),
                    RecallContactView.last(affected.lastToPatient()),
                    RecallContactView.last(affected.lastToPrescriber()));
        }
    }
}
