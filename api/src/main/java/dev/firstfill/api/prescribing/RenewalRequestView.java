package dev.firstfill.api.prescribing;

import dev.firstfill.api.security.ColleagueView;
import dev.firstfill.prescribing.PrescriptionId;
import dev.firstfill.prescribing.RenewalDenial;
import dev.firstfill.prescribing.RenewalRequest;
import dev.firstfill.prescribing.RenewalRequester;
import dev.firstfill.prescribing.RenewalState;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A wish for another prescription. What people wrote is absent when the patient was erased. */
@Schema(name = "RenewalRequest", description = "A wish for another prescription.")
public record RenewalRequestView(
        UUID id,

        @Schema(description = "The id of the prescription to be renewed.")
        UUID prescription,

        RenewalState state,
        RenewalRequester requestedBy,
        Instant requestedAt,
        ColleagueView enteredBy,
        @Nullable String note,

        @Nullable @Schema(description = "Absent as long as the request is open.")
        Answer answer) {

    /** What became of it. */
    @Schema(name = "RenewalAnswered", description = "What became of a request for a renewal.")
    public record Answer(
            Instant at,
            ColleagueView by,

            @Nullable @Schema(description = "Present when it was denied.")
            RenewalDenial reason,

            @Nullable @Schema(description = "The id of the new prescription; present when it was approved.")
            UUID renewedAs,

            @Nullable String note) {
        @Override
        public String toString() {
            return "Answer[hidden]";
        }
    }

    static RenewalRequestView of(RenewalRequest request) {
        return new RenewalRequestView(
                request.id(),
                request.prescription().value(),
                request.state(),
                request.requestedBy(),
                request.requestedAt(),
                ColleagueView.of(request.enteredBy()),
                request.note(),
                Optional.ofNullable(request.answer())
                        .map(RenewalRequestView::answer)
                        .orElse(null));
    }

    private static Answer answer(RenewalRequest.Answer answer) {
        return new Answer(
                answer.at(),
                ColleagueView.of(answer.by()),
                answer.reason(),
                Optional.ofNullable(answer.renewedAs())
                        .map(PrescriptionId::value)
                        .orElse(null),
                answer.note());
    }

    @Override
    public String toString() {
        return "RenewalRequestView[hidden]";
    }
}
