package dev.firstfill.api.prescribing;

import dev.firstfill.api.security.ColleagueView;
import dev.firstfill.prescribing.ChangeKind;
import dev.firstfill.prescribing.PrescriptionDetails;
import dev.firstfill.prescribing.PrescriptionState;
import dev.firstfill.prescribing.RecordedChange;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One thing that happened to a prescription. What people wrote is absent when the patient was erased. */
@Schema(name = "PrescriptionChange", description = "One thing that happened to a prescription.")
public record PrescriptionChangeView(
        UUID id,
        Instant at,
        ColleagueView by,
        ChangeKind kind,

        @Nullable @Schema(description = "Absent when it was entered.")
        PrescriptionState fromState,

        PrescriptionState toState,

        @Nullable
        @Schema(
                examples = "hospitalised",
                description = "Of the list of reasons that belongs to the kind: of holds, cancellations, amendments.")
        String reason,

        @Nullable @Schema(description = "What was ordered until then, when that changed.")
        PrescriptionDetails before,

        @Nullable @Schema(description = "What is ordered since then, when that changed.")
        PrescriptionDetails after,

        @Nullable String note,

        @Nullable @Schema(description = "Who said that it be changed.")
        String authorisedBy,

        @Nullable @Schema(description = "The name of the pharmacy that has it since then.")
        String transferredTo) {

    static PrescriptionChangeView of(RecordedChange change) {
        var words = change.words();
        return new PrescriptionChangeView(
                change.id(),
                change.at(),
                ColleagueView.of(change.by()),
                change.kind(),
                change.from().orElse(null),
                change.to(),
                change.reason()
                        .map(reason -> reason.toLowerCase(Locale.ROOT).replace('_', '-'))
                        .orElse(null),
                words == null ? null : words.before(),
                words == null ? null : words.after(),
                words == null ? null : words.note(),
                words == null ? null : words.authorisedBy(),
                words == null ? null : words.transferredTo());
    }

    @Override
    public String toString() {
        return "PrescriptionChangeView[hidden]";
    }
}
