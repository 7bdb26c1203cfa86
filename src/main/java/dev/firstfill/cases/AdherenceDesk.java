package dev.firstfill.cases;

import dev.firstfill.assessments.Assessment;
import dev.firstfill.assessments.AssessmentDesk;
import dev.firstfill.assessments.AssessmentDraft;
import dev.firstfill.assessments.AssessmentId;
import dev.firstfill.assessments.Signer;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.tasks.NewTask;
import dev.firstfill.tasks.Priority;
import dev.firstfill.tasks.TaskOutcome;
import dev.firstfill.tasks.TaskType;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * Where calls about adherence are put down, as one act: the answers are signed, the call is done, the next refill is
 * scheduled, and the next call has its task. All of it happens or nothing.
 */
@ApplicationScoped
public class AdherenceDesk {
    private static final Act CALL = Act.of("make adherence call of", "case");

    private final Transactions transactions;
    private final AssessmentDesk assessments;
    private final Clock clock;

    public AdherenceDesk(Transactions transactions, AssessmentDesk assessments, Clock clock) {
        this.transactions = transactions;
        this.assessments = assessments;
        this.clock = clock;
    }

    /** @param signer who called, and as what they may sign */
    public Uni<CaseReport> call(CaseReference reference, AdherenceCall made, Signer signer) {
        return transactions.write(CALL, desk -> {
            desk.journal().about(reference.toString());
            return new Cases(desk.session(), desk.seals())
                    .locked(reference)
                    .chain(row -> CaseInHand.of(desk, clock, signer.colleague(), row))
                    .invoke(AdherenceDesk::mustBeInTherapy)
                    .chain(hand -> signed(hand.row(), made, signer)
                            .chain(assessment -> contacted(hand, made, assessment))
                            .chain(() -> handOn(hand))
                            .chain(hand::situation)
                            .map(situation -> CaseReport.of(hand.row(), hand.settings(), situation)));
        });
    }

    private static void mustBeInTherapy(CaseInHand hand) {
        var status = hand.row().status();
        if (status != CaseStatus.ADHERENCE_FOLLOW_UP && status != CaseStatus.REFILL_DUE) {
            throw new CaseRefusals.NotInTherapy(hand.row().state());
        }
    }

    private Uni<Assessment> signed(CaseRow row, AdherenceCall made, Signer signer) {
        var prescription = row.prescription();
        var draft = new AssessmentDraft(
                row.patient().toString(),
                made.template(),
                null,
                prescription == null ? null : prescription.value(),
                null,
                made.answers());
        return assessments
                .begin(draft, signer.colleague())
                .chain(begun -> assessments.sign(new AssessmentId(begun.id()), begun.version(), signer));
    }

    private static Uni<Void> contacted(CaseInHand hand, AdherenceCall made, Assessment assessment) {
        var attempt = new ContactAttempt(hand.now(), made.channel(), ContactAttempt.Result.REACHED);
        return hand.learn(
                CaseEvent.Kind.CONTACTED,
                facts -> facts.with(attempt).runningOutOn(made.runsOutOn()),
                Map.of(
                        "channel", WireName.of(made.channel()),
                        "result", WireName.of(ContactAttempt.Result.REACHED),
                        "assessment", assessment.id().toString()),
                made.note());
    }

    private Uni<Void> handOn(CaseInHand hand) {
        var days = hand.row().programme(hand.settings()).adherenceCallDays();
        var next = NewTask.ofWorkflow(TaskType.ADHERENCE_CALL, hand.subject(), Priority.NORMAL)
                .visibleFrom(hand.now().plus(Duration.ofDays(days)));
        return hand.tasks()
                .finishOf(
                        hand.row().patient(),
                        hand.row().id().value(),
                        Set.of(TaskType.ADHERENCE_CALL),
                        new TaskOutcome("called"))
                .chain(() -> hand.open(next));
    }
}
