package dev.firstfill.cases;

/**
 * Where a case stands, as types: what may be done in a state are its methods, and what they return is where that leads.
 * What cannot happen cannot be written. {@link CaseMove} lists the methods by the names that clients use;
 * {@code docs/case-states.md} draws them.
 *
 * <p>The states and branches are those of a specialty pharmacy's referral: intake, benefits, prior authorisation, funding,
 * clinical call, dispense, shipment, adherence, and from there to the next fill.
 */
sealed interface CaseState {

    CaseStatus status();

    /** A case that has not ended: it can always be given up or handed on. */
    sealed interface Open extends CaseState {
        default Cancelled cancel() {
            return new Cancelled();
        }

        default Transferred transfer() {
            return new Transferred();
        }

        default Discontinued discontinue() {
            return new Discontinued();
        }
    }

    /** A state in which the case can stand still without anything being under way. */
    sealed interface Holdable extends Open {
        default OnHold hold() {
            return new OnHold(this);
        }
    }

    /** Work that can stop for want of something that only somebody else knows. */
    sealed interface Informed extends Holdable {
        default AwaitingInformation requestInformation() {
            return new AwaitingInformation(this);
        }
    }

    /** Work that takes a conversation with the patient. */
    sealed interface Conversing extends Holdable {
        default PatientUnreachable loseContact() {
            return new PatientUnreachable(this);
        }
    }

    /** A referral that nobody has taken on yet. */
    sealed interface Unaccepted extends Open {
        default Duplicate markDuplicate() {
            return new Duplicate();
        }

        default Rejected reject() {
            return new Rejected();
        }
    }

    /** The plan's answer is known, or what it lacks can be had elsewhere. */
    sealed interface Fundable extends Holdable {
        default FinancialReview reviewFunding() {
            return new FinancialReview();
        }
    }

    /** Coverage and funding stand; the patient can be called. */
    sealed interface Callable extends Holdable {
        default WelcomeCallPending scheduleWelcomeCall() {
            return new WelcomeCallPending();
        }
    }

    /** A request may be put together for the payer. */
    sealed interface Authorisable extends Holdable {
        default PaPreparation preparePa() {
            return new PaPreparation();
        }
    }

    /** The payer has the request, or an appeal. */
    sealed interface WithPayer extends Holdable {
        default PaApproved approvePa() {
            return new PaApproved();
        }

        default PaDenied denyPa() {
            return new PaDenied();
        }
    }

    /** A request that may run out unanswered. */
    sealed interface Expirable extends Holdable {
        default PaExpired expirePaRequest() {
            return new PaExpired();
        }
    }

    /** A fill can be queued from here. */
    sealed interface Fillable extends Holdable {
        default DispenseQueued queueDispense() {
            return new DispenseQueued();
        }
    }

    /** A fill that has not left the pharmacy. */
    sealed interface InPharmacy extends Open {
        default ClinicallyCleared undoFill() {
            return new ClinicallyCleared();
        }

        default BenefitsInvestigation rejectClaim() {
            return new BenefitsInvestigation();
        }

        default PaPreparation rejectClaimForPa() {
            return new PaPreparation();
        }
    }

    /** A box that has left the pharmacy. */
    sealed interface UnderWay extends Open {
        default AdherenceFollowUp deliver() {
            return new AdherenceFollowUp();
        }

        default ClinicallyCleared replace() {
            return new ClinicallyCleared();
        }
    }

    /** An end from which a therapy may begin again. */
    sealed interface Restartable extends CaseState {
        default BenefitsInvestigation restart() {
            return new BenefitsInvestigation();
        }
    }

    record NewReferralIntake() implements Informed, Unaccepted {
        @Override
        public CaseStatus status() {
            return CaseStatus.NEW_REFERRAL_INTAKE;
        }

        BenefitsInvestigation completeIntake() {
            return new BenefitsInvestigation();
        }
    }

    /** @param then the work that goes on when the information is here */
    record AwaitingInformation(Informed then) implements Unaccepted {
        @Override
        public CaseStatus status() {
            return CaseStatus.AWAITING_INFORMATION;
        }

        Informed receiveInformation() {
            return then;
        }
    }

    record BenefitsInvestigation() implements Informed {
        @Override
        public CaseStatus status() {
            return CaseStatus.BENEFITS_INVESTIGATION;
        }

        BenefitsVerifiedPaRequired verifyPaRequired() {
            return new BenefitsVerifiedPaRequired();
        }

        BenefitsVerifiedNoPa verifyNoPa() {
            return new BenefitsVerifiedNoPa();
        }

        NotCovered findNotCovered() {
            return new NotCovered();
        }
    }

    record BenefitsVerifiedPaRequired() implements Authorisable {
        @Override
        public CaseStatus status() {
            return CaseStatus.BENEFITS_VERIFIED_PA_REQUIRED;
        }
    }

    record BenefitsVerifiedNoPa() implements Fundable, Callable {
        @Override
        public CaseStatus status() {
            return CaseStatus.BENEFITS_VERIFIED_NO_PA;
        }
    }

    record NotCovered() implements Fundable, Authorisable {
        @Override
        public CaseStatus status() {
            return CaseStatus.NOT_COVERED;
        }
    }

    record PaPreparation() implements Informed {
        @Override
        public CaseStatus status() {
            return CaseStatus.PA_PREPARATION;
        }

        PaPendingPayer submitPa() {
            return new PaPendingPayer();
        }
    }

    record PaPendingPayer() implements WithPayer, Expirable {
        @Override
        public CaseStatus status() {
            return CaseStatus.PA_PENDING_PAYER;
        }

        PaInfoRequested askPaInformation() {
            return new PaInfoRequested();
        }
    }

    record PaInfoRequested() implements Informed, Expirable {
        @Override
        public CaseStatus status() {
            return CaseStatus.PA_INFO_REQUESTED;
        }

        PaPendingPayer answerPaInformation() {
            return new PaPendingPayer();
        }
    }

    /** What may be done about it: appeal, ask somebody else to pay, ask anew, or give up. */
    record PaDenied() implements Fundable, Authorisable {
        @Override
        public CaseStatus status() {
            return CaseStatus.PA_DENIED;
        }

        AppealPending appeal() {
            return new AppealPending();
        }
    }

    record AppealPending() implements WithPayer {
        @Override
        public CaseStatus status() {
            return CaseStatus.APPEAL_PENDING;
        }
    }

    record PaExpired() implements Authorisable {
        @Override
        public CaseStatus status() {
            return CaseStatus.PA_EXPIRED;
        }
    }

    record PaApproved() implements Fundable, Callable {
        @Override
        public CaseStatus status() {
            return CaseStatus.PA_APPROVED;
        }
    }

    record FinancialReview() implements Callable {
        @Override
        public CaseStatus status() {
            return CaseStatus.FINANCIAL_REVIEW;
        }
    }

    record WelcomeCallPending() implements Conversing {
        @Override
        public CaseStatus status() {
            return CaseStatus.WELCOME_CALL_PENDING;
        }

        ClinicallyCleared clear() {
            return new ClinicallyCleared();
        }

        ClinicalIntervention intervene() {
            return new ClinicalIntervention();
        }
    }

    /** @param then the conversation that goes on when the patient calls back */
    record PatientUnreachable(Conversing then) implements Open {
        @Override
        public CaseStatus status() {
            return CaseStatus.PATIENT_UNREACHABLE;
        }

        Conversing reachPatient() {
            return then;
        }
    }

    record ClinicalIntervention() implements Holdable {
        @Override
        public CaseStatus status() {
            return CaseStatus.CLINICAL_INTERVENTION;
        }

        WelcomeCallPending resolveIntervention() {
            return new WelcomeCallPending();
        }
    }

    record ClinicallyCleared() implements Fillable {
        @Override
        public CaseStatus status() {
            return CaseStatus.CLINICALLY_CLEARED;
        }
    }

    record DispenseQueued() implements Holdable, InPharmacy {
        @Override
        public CaseStatus status() {
            return CaseStatus.DISPENSE_QUEUED;
        }

        Dispensing startDispensing() {
            return new Dispensing();
        }
    }

    record Dispensing() implements InPharmacy {
        @Override
        public CaseStatus status() {
            return CaseStatus.DISPENSING;
        }

        FillComplete completeFill() {
            return new FillComplete();
        }

        DispenseQueued rejectFill() {
            return new DispenseQueued();
        }
    }

    record FillComplete() implements InPharmacy {
        @Override
        public CaseStatus status() {
            return CaseStatus.FILL_COMPLETE;
        }

        Shipped ship() {
            return new Shipped();
        }
    }

    record Shipped() implements UnderWay {
        @Override
        public CaseStatus status() {
            return CaseStatus.SHIPPED;
        }

        DeliveryException reportDeliveryException() {
            return new DeliveryException();
        }
    }

    record DeliveryException() implements UnderWay {
        @Override
        public CaseStatus status() {
            return CaseStatus.DELIVERY_EXCEPTION;
        }
    }

    record AdherenceFollowUp() implements Conversing, Fillable {
        @Override
        public CaseStatus status() {
            return CaseStatus.ADHERENCE_FOLLOW_UP;
        }

        RefillDue reachRefillWindow() {
            return new RefillDue();
        }

        ClinicallyCleared replaceReturned() {
            return new ClinicallyCleared();
        }
    }

    record RefillDue() implements Conversing, Fillable {
        @Override
        public CaseStatus status() {
            return CaseStatus.REFILL_DUE;
        }

        BenefitsInvestigation reverify() {
            return new BenefitsInvestigation();
        }
    }

    /** @param then the state that goes on when the hold ends */
    record OnHold(Holdable then) implements Open {
        @Override
        public CaseStatus status() {
            return CaseStatus.ON_HOLD;
        }

        Holdable resume() {
            return then;
        }
    }

    record Duplicate() implements CaseState {
        @Override
        public CaseStatus status() {
            return CaseStatus.DUPLICATE;
        }
    }

    record Rejected() implements CaseState {
        @Override
        public CaseStatus status() {
            return CaseStatus.REJECTED;
        }
    }

    record Transferred() implements CaseState {
        @Override
        public CaseStatus status() {
            return CaseStatus.TRANSFERRED;
        }
    }

    record Cancelled() implements Restartable {
        @Override
        public CaseStatus status() {
            return CaseStatus.CANCELLED;
        }
    }

    record Discontinued() implements Restartable {
        @Override
        public CaseStatus status() {
            return CaseStatus.DISCONTINUED;
        }
    }
}
