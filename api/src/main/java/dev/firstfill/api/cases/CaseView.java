package dev.firstfill.api.cases;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.firstfill.api.security.ColleagueView;
import dev.firstfill.cases.Case;
import dev.firstfill.cases.CaseMove;
import dev.firstfill.cases.CaseReport;
import dev.firstfill.cases.CaseStatus;
import dev.firstfill.cases.Lack;
import dev.firstfill.cases.Missing;
import dev.firstfill.clocks.ClockKind;
import dev.firstfill.clocks.HourKind;
import dev.firstfill.clocks.Party;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A case as the front end reads one. */
@Schema(name = "Case", description = "The journey of one referral, as it stands.")
public record CaseView(
        UUID id,
        @Schema(examples = "C1001") String number,
        UUID patient,
        UUID referral,
        @Nullable UUID prescriber,
        @Nullable UUID drug,
        @Nullable UUID prescription,

        @Nullable @Schema(examples = "Aetna", description = "The primary payer.")
        String payer,

        CaseStatus status,

        @Schema(examples = "PA Pending - Payer", description = "The status as people say it.")
        String title,

        @Nullable @Schema(description = "What goes on when an interruption is over.")
        CaseStatus then,

        @Nullable @Schema(description = "Who has to do something next; absent once the case has ended.")
        Party waitsFor,

        @Schema(description = "When it came into this status.")
        Instant since,

        @Nullable ColleagueView owner,

        @Schema(
                examples = "50",
                description = "Percent of its target that the worst running clock has warned of: 0, 50, 75 or 100.")
        int sla,

        @Schema(examples = "default") String programme,

        @Schema(description = "Of the workflow settings that it began under, and goes on under.")
        int settingsVersion,

        List<Missing> missing,
        @Nullable BenefitsView benefits,
        @Nullable FundingView funding,

        @Nullable @Schema(description = "The day on which somebody looks at a held case again.")
        LocalDate heldUntil,

        @Nullable @Schema(description = "The first day without any of the drug.")
        LocalDate runsOutOn,

        @Nullable @Schema(description = "The last day of the payer's leave.")
        LocalDate authorisedUntil,

        @Nullable @Schema(description = "When the prescriber signed the order.")
        Instant signedAt,

        Instant receivedAt,
        @Nullable Instant firstShippedAt,
        @Nullable Instant closedAt,

        @Nullable @Schema(description = "Absent in lists.") List<ClockView> clocks,

        @Nullable @Schema(description = "What may be done to it, and what that still lacks. Absent in lists.")
        List<PossibleMove> moves) {

    /** A clock, read off when the case was read. */
    @Schema(name = "SlaClock", description = "A clock, read off when the case was read.")
    public record ClockView(
            ClockKind kind,
            HourKind hours,

            @Schema(type = SchemaType.STRING, examples = "PT4H") @JsonFormat(shape = JsonFormat.Shape.STRING)
            Duration target,

            Instant startedAt,
            @Nullable Instant stoppedAt,

            @Nullable @Schema(description = "For whom it stands.")
            Party waitingFor,

            @Schema(
                    type = SchemaType.STRING,
                    examples = "PT6H",
                    description = "All the time that has gone, in the clock's own kind of hours.")
            @JsonFormat(shape = JsonFormat.Shape.STRING)
            Duration gross,

            @Schema(
                    type = SchemaType.STRING,
                    examples = "PT2H",
                    description = "Without that in which others were waited for.")
            @JsonFormat(shape = JsonFormat.Shape.STRING)
            Duration net,

            @Nullable @Schema(description = "When the target is reached if nobody is waited for any more.")
            Instant dueAt,

            boolean breached) {
        static ClockView of(CaseReport.Reading reading) {
            var clock = reading.clock();
            return new ClockView(
                    clock.kind(),
                    clock.target().hours(),
                    clock.target().target(),
                    clock.startedAt(),
                    clock.stoppedAt(),
                    clock.waitingFor().orElse(null),
                    reading.gross(),
                    reading.net(),
                    reading.dueAt(),
                    clock.isBreached());
        }
    }

    /** A move that is legal where the case stands. */
    @Schema(name = "PossibleCaseMove", description = "A move that is legal where the case stands.")
    public record PossibleMove(
            CaseMove move,

            @Schema(description = "Whether somebody makes it; else it follows from what is done elsewhere.")
            boolean byHand,

            @Schema(description = "What stands in its way.") List<Lack> lacks) {
        static PossibleMove of(CaseReport.Possible possible) {
            return new PossibleMove(possible.move(), possible.move().isByHand(), possible.lacks());
        }
    }

    public static CaseView of(Case kept) {
        return of(kept, null, null);
    }

    public static CaseView of(CaseReport report) {
        return of(
                report.about(),
                report.clocks().stream().map(ClockView::of).toList(),
                report.moves().stream().map(PossibleMove::of).toList());
    }

    private static CaseView of(Case kept, @Nullable List<ClockView> clocks, @Nullable List<PossibleMove> moves) {
        return new CaseView(
                kept.id().value(),
                kept.number().toString(),
                kept.patient().value(),
                kept.referral().value(),
                kept.prescriber() == null ? null : kept.prescriber().value(),
                kept.drug() == null ? null : kept.drug().value(),
                kept.prescription() == null ? null : kept.prescription().value(),
                kept.payer(),
                kept.status(),
                kept.status().title(),
                kept.then(),
                kept.waitsFor(),
                kept.since(),
                kept.owner() == null ? null : ColleagueView.of(kept.owner()),
                kept.sla(),
                kept.programme(),
                kept.settingsVersion(),
                kept.missing(),
                kept.benefits() == null ? null : BenefitsView.of(kept.benefits()),
                kept.funding() == null ? null : FundingView.of(kept.funding()),
                kept.heldUntil(),
                kept.runsOutOn(),
                kept.authorisedUntil(),
                kept.signedAt(),
                kept.receivedAt(),
                kept.firstShippedAt(),
                kept.closedAt(),
                clocks,
                moves);
    }
}
