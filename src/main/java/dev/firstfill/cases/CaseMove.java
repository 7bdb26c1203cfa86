package dev.firstfill.cases;

import static dev.firstfill.tasks.Queue.ADHERENCE;
import static dev.firstfill.tasks.Queue.APPEALS;
import static dev.firstfill.tasks.Queue.BENEFITS_INVESTIGATION;
import static dev.firstfill.tasks.Queue.CLINICAL;
import static dev.firstfill.tasks.Queue.FINANCIAL;
import static dev.firstfill.tasks.Queue.INTAKE;
import static dev.firstfill.tasks.Queue.PRIOR_AUTHORISATION;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.firstfill.tasks.Queue;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The legal moves of {@link CaseState} by their names, and who makes them: somebody by hand, something that happened
 * elsewhere in the pharmacy, or time.
 */
@Schema(description = "What can be done to a case.")
public enum CaseMove {
    /** All that the order has to say is here. */
    @JsonProperty("complete-intake")
    COMPLETE_INTAKE(CaseState.NewReferralIntake.class, CaseState.NewReferralIntake::completeIntake, by(INTAKE)),
    /** Somebody outside has to say something first. */
    @JsonProperty("request-information")
    REQUEST_INFORMATION(
            CaseState.Informed.class,
            CaseState.Informed::requestInformation,
            by(INTAKE, BENEFITS_INVESTIGATION, PRIOR_AUTHORISATION)),
    /** It was said. */
    @JsonProperty("receive-information")
    RECEIVE_INFORMATION(
            CaseState.AwaitingInformation.class,
            CaseState.AwaitingInformation::receiveInformation,
            by(INTAKE, BENEFITS_INVESTIGATION, PRIOR_AUTHORISATION)),
    /** The order is here already. */
    @JsonProperty("mark-duplicate")
    MARK_DUPLICATE(CaseState.Unaccepted.class, CaseState.Unaccepted::markDuplicate, by(INTAKE)),
    /** There is nothing to begin with. */
    @JsonProperty("reject")
    REJECT(CaseState.Unaccepted.class, CaseState.Unaccepted::reject, by(INTAKE)),
    /** Covered, with prior authorisation. */
    @JsonProperty("verify-pa-required")
    VERIFY_PA_REQUIRED(
            CaseState.BenefitsInvestigation.class,
            CaseState.BenefitsInvestigation::verifyPaRequired,
            by(BENEFITS_INVESTIGATION)),
    /** Covered, without prior authorisation. */
    @JsonProperty("verify-no-pa")
    VERIFY_NO_PA(
            CaseState.BenefitsInvestigation.class,
            CaseState.BenefitsInvestigation::verifyNoPa,
            by(BENEFITS_INVESTIGATION)),
    /** The plan does not pay. */
    @JsonProperty("find-not-covered")
    FIND_NOT_COVERED(
            CaseState.BenefitsInvestigation.class,
            CaseState.BenefitsInvestigation::findNotCovered,
            by(BENEFITS_INVESTIGATION)),
    /** Somebody puts the request together. */
    @JsonProperty("prepare-pa")
    PREPARE_PA(CaseState.Authorisable.class, CaseState.Authorisable::preparePa, by(PRIOR_AUTHORISATION, APPEALS)),
    /** The request went to the payer. */
    @JsonProperty("submit-pa")
    SUBMIT_PA(
            CaseState.PaPreparation.class, CaseState.PaPreparation::submitPa, follows("prior-authorisation.submitted")),
    /** The payer asked back. */
    @JsonProperty("ask-pa-information")
    ASK_PA_INFORMATION(
            CaseState.PaPendingPayer.class,
            CaseState.PaPendingPayer::askPaInformation,
            follows("prior-authorisation.information-requested")),
    /** The payer's question was answered. */
    @JsonProperty("answer-pa-information")
    ANSWER_PA_INFORMATION(
            CaseState.PaInfoRequested.class,
            CaseState.PaInfoRequested::answerPaInformation,
            follows("prior-authorisation.information-answered")),
    /** The payer said yes. */
    @JsonProperty("approve-pa")
    APPROVE_PA(CaseState.WithPayer.class, CaseState.WithPayer::approvePa, follows("prior-authorisation.approved")),
    /** The payer said no. */
    @JsonProperty("deny-pa")
    DENY_PA(CaseState.WithPayer.class, CaseState.WithPayer::denyPa, follows("prior-authorisation.denied")),
    /** The request ran out without a decision. */
    @JsonProperty("expire-pa-request")
    EXPIRE_PA_REQUEST(
            CaseState.Expirable.class, CaseState.Expirable::expirePaRequest, follows("prior-authorisation.expired")),
    /** The payer was asked to think again. */
    @JsonProperty("appeal")
    APPEAL(CaseState.PaDenied.class, CaseState.PaDenied::appeal, follows("prior-authorisation.appealed")),
    /** The patient's share is too much, or help was asked for. */
    @JsonProperty("review-funding")
    REVIEW_FUNDING(
            CaseState.Fundable.class,
            CaseState.Fundable::reviewFunding,
            by(BENEFITS_INVESTIGATION, FINANCIAL, APPEALS)),
    /** Coverage and funding stand. */
    @JsonProperty("schedule-welcome-call")
    SCHEDULE_WELCOME_CALL(
            CaseState.Callable.class,
            CaseState.Callable::scheduleWelcomeCall,
            by(BENEFITS_INVESTIGATION, PRIOR_AUTHORISATION, FINANCIAL, CLINICAL)),
    /** A pharmacist has spoken with the patient and signed. */
    @JsonProperty("clear")
    CLEAR(CaseState.WelcomeCallPending.class, CaseState.WelcomeCallPending::clear, by(CLINICAL)),
    /** The prescriber has to answer a concern first. */
    @JsonProperty("intervene")
    INTERVENE(CaseState.WelcomeCallPending.class, CaseState.WelcomeCallPending::intervene, by(CLINICAL)),
    /** The prescriber has answered. */
    @JsonProperty("resolve-intervention")
    RESOLVE_INTERVENTION(
            CaseState.ClinicalIntervention.class, CaseState.ClinicalIntervention::resolveIntervention, by(CLINICAL)),
    /** Nobody reached the patient, however often they tried. */
    @JsonProperty("lose-contact")
    LOSE_CONTACT(CaseState.Conversing.class, CaseState.Conversing::loseContact, by(CLINICAL, ADHERENCE)),
    /** The patient was reached after all. */
    @JsonProperty("reach-patient")
    REACH_PATIENT(
            CaseState.PatientUnreachable.class, CaseState.PatientUnreachable::reachPatient, by(CLINICAL, ADHERENCE)),
    /** A fill was asked for. */
    @JsonProperty("queue-dispense")
    QUEUE_DISPENSE(CaseState.Fillable.class, CaseState.Fillable::queueDispense, follows("dispense.queued")),
    /** Stock was set aside for it. */
    @JsonProperty("start-dispensing")
    START_DISPENSING(
            CaseState.DispenseQueued.class, CaseState.DispenseQueued::startDispensing, follows("dispense.filled")),
    /** The verifying pharmacist sent it back to be filled again. */
    @JsonProperty("reject-fill")
    REJECT_FILL(CaseState.Dispensing.class, CaseState.Dispensing::rejectFill, follows("dispense.rejected")),
    /** A pharmacist stands for it. */
    @JsonProperty("complete-fill")
    COMPLETE_FILL(CaseState.Dispensing.class, CaseState.Dispensing::completeFill, follows("dispense.verified")),
    /** The carrier has it. */
    @JsonProperty("ship")
    SHIP(CaseState.FillComplete.class, CaseState.FillComplete::ship, follows("dispense.shipped")),
    /** The fill was cancelled before it left. */
    @JsonProperty("undo-fill")
    UNDO_FILL(CaseState.InPharmacy.class, CaseState.InPharmacy::undoFill, follows("dispense.cancelled")),
    /** The plan will not pay for it: reject code 65, 69 or 70. */
    @JsonProperty("reject-claim")
    REJECT_CLAIM(CaseState.InPharmacy.class, CaseState.InPharmacy::rejectClaim, follows("claim.rejected")),
    /** The plan wants a prior authorisation: reject code 75. */
    @JsonProperty("reject-claim-for-pa")
    REJECT_CLAIM_FOR_PA(CaseState.InPharmacy.class, CaseState.InPharmacy::rejectClaimForPa, follows("claim.rejected")),
    /** The patient has it. */
    @JsonProperty("deliver")
    DELIVER(CaseState.UnderWay.class, CaseState.UnderWay::deliver, follows("dispense.delivered")),
    /** The carrier lost, damaged or delayed it. */
    @JsonProperty("report-delivery-exception")
    REPORT_DELIVERY_EXCEPTION(
            CaseState.Shipped.class,
            CaseState.Shipped::reportDeliveryException,
            follows("dispense.exception", "dispense.returned")),
    /** It never arrived and was undone: another takes its place. */
    @JsonProperty("replace")
    REPLACE(CaseState.UnderWay.class, CaseState.UnderWay::replace, follows("dispense.reversed")),
    /** It came back from the patient and was undone. */
    @JsonProperty("replace-returned")
    REPLACE_RETURNED(
            CaseState.AdherenceFollowUp.class,
            CaseState.AdherenceFollowUp::replaceReturned,
            follows("dispense.reversed")),
    /** The supply runs out within the days that the settings name. */
    @JsonProperty("reach-refill-window")
    REACH_REFILL_WINDOW(CaseState.AdherenceFollowUp.class, CaseState.AdherenceFollowUp::reachRefillWindow, timed()),
    /** The plan has changed, or the authorisation has run out. */
    @JsonProperty("reverify")
    REVERIFY(CaseState.RefillDue.class, CaseState.RefillDue::reverify, by(ADHERENCE, BENEFITS_INVESTIGATION)),
    /** Nothing can go on for a while. */
    @JsonProperty("hold")
    HOLD(CaseState.Holdable.class, CaseState.Holdable::hold, by(Queue.values())),
    /** It goes on where it stood. */
    @JsonProperty("resume")
    RESUME(CaseState.OnHold.class, CaseState.OnHold::resume, by(Queue.values())),
    /** Ended before the first dose was shipped. */
    @JsonProperty("cancel")
    CANCEL(CaseState.Open.class, CaseState.Open::cancel, by(Queue.values())),
    /** Another pharmacy goes on with it. */
    @JsonProperty("transfer")
    TRANSFER(CaseState.Open.class, CaseState.Open::transfer, by(Queue.values())),
    /** The therapy ends. */
    @JsonProperty("discontinue")
    DISCONTINUE(CaseState.Open.class, CaseState.Open::discontinue, by(CLINICAL, ADHERENCE)),
    /** The therapy begins again: benefits are asked anew. */
    @JsonProperty("restart")
    RESTART(CaseState.Restartable.class, CaseState.Restartable::restart, by(INTAKE, CLINICAL, ADHERENCE));

    /**
     * Who makes a move.
     *
     * @param queues whose people make it by hand; none when nobody does
     * @param events what it follows from, such as {@code dispense.shipped}; none when it follows from nothing elsewhere
     */
    record Cause(Set<Queue> queues, Set<String> events) {}

    private final Class<? extends CaseState> from;
    private final Function<CaseState, CaseState> step;
    private final Cause cause;

    <S extends CaseState> CaseMove(Class<S> from, Function<S, CaseState> step, Cause cause) {
        this.from = from;
        this.step = state -> step.apply(from.cast(state));
        this.cause = cause;
    }

    private static Cause by(Queue... queues) {
        return new Cause(Set.of(queues), Set.of());
    }

    private static Cause follows(String... events) {
        return new Cause(Set.of(), Set.of(events));
    }

    private static Cause timed() {
        return new Cause(Set.of(), Set.of());
    }

    /** Where it leads from there; empty when it is not legal there. */
    Optional<CaseState> from(CaseState state) {
        return from.isInstance(state) ? Optional.of(step.apply(state)) : Optional.empty();
    }

    boolean isLegalFrom(CaseState state) {
        return from.isInstance(state);
    }

    /** Whose people may make it; empty when no person does. */
    public Set<Queue> queues() {
        return cause.queues();
    }

    public boolean isByHand() {
        return !cause.queues().isEmpty();
    }

    /** What makes it, such as {@code dispense.shipped}; none when nothing elsewhere does. */
    Set<String> events() {
        return cause.events();
    }

    boolean isMadeBy(String event) {
        return cause.events().contains(event);
    }

    public String wireName() {
        return WireName.of(this);
    }
}
