package dev.firstfill.cases;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.firstfill.clocks.Party;
import dev.firstfill.tasks.Queue;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a case's state is called, on whom the case waits in it and whose work it is. What can be done in a state says
 * {@link CaseState}.
 */
@Schema(description = "Where a case stands.")
public enum CaseStatus {
    /** The order is here and is being entered. */
    @JsonProperty("new-referral-intake")
    NEW_REFERRAL_INTAKE("New Referral - Intake", Party.PHARMACY, Queue.INTAKE),
    /** Something is missing that only somebody else knows. */
    @JsonProperty("awaiting-information")
    AWAITING_INFORMATION("Awaiting Information", Party.PRESCRIBER, Queue.INTAKE),
    /** The plan is asked what it covers. */
    @JsonProperty("benefits-investigation")
    BENEFITS_INVESTIGATION("Benefits Investigation", Party.PHARMACY, Queue.BENEFITS_INVESTIGATION),
    /** Covered, once the payer has authorised it. */
    @JsonProperty("benefits-verified-pa-required")
    BENEFITS_VERIFIED_PA_REQUIRED("Benefits Verified - PA Required", Party.PHARMACY, Queue.PRIOR_AUTHORISATION),
    /** Covered as it is. */
    @JsonProperty("benefits-verified-no-pa")
    BENEFITS_VERIFIED_NO_PA("Benefits Verified - No PA Required", Party.PHARMACY, Queue.BENEFITS_INVESTIGATION),
    /** The plan does not pay; somebody else may. */
    @JsonProperty("not-covered")
    NOT_COVERED("Not Covered", Party.PHARMACY, Queue.FINANCIAL),
    /** The request to the payer is being put together. */
    @JsonProperty("pa-preparation")
    PA_PREPARATION("PA Preparation", Party.PHARMACY, Queue.PRIOR_AUTHORISATION),
    /** The payer has it. */
    @JsonProperty("pa-pending-payer")
    PA_PENDING_PAYER("PA Pending - Payer", Party.PAYER, Queue.PRIOR_AUTHORISATION),
    /** The payer wants to know more. */
    @JsonProperty("pa-info-requested")
    PA_INFO_REQUESTED("PA Information Requested", Party.PHARMACY, Queue.PRIOR_AUTHORISATION),
    /** The payer said no; somebody decides what to do about it. */
    @JsonProperty("pa-denied")
    PA_DENIED("PA Denied", Party.PHARMACY, Queue.APPEALS),
    /** The payer was asked to think again. */
    @JsonProperty("appeal-pending")
    APPEAL_PENDING("Appeal Pending", Party.PAYER, Queue.APPEALS),
    /** The payer let the request run out without a decision. */
    @JsonProperty("pa-expired")
    PA_EXPIRED("PA Request Expired", Party.PHARMACY, Queue.PRIOR_AUTHORISATION),
    /** The payer said yes. */
    @JsonProperty("pa-approved")
    PA_APPROVED("PA Approved - Pending Welcome Call", Party.PHARMACY, Queue.CLINICAL),
    /** Somebody looks for who pays what the plan does not. */
    @JsonProperty("financial-review")
    FINANCIAL_REVIEW("Financial Review", Party.PHARMACY, Queue.FINANCIAL),
    /** A pharmacist is to speak with the patient. */
    @JsonProperty("welcome-call-pending")
    WELCOME_CALL_PENDING("Pending Welcome Call", Party.PHARMACY, Queue.CLINICAL),
    /** Several attempts to reach the patient failed. */
    @JsonProperty("patient-unreachable")
    PATIENT_UNREACHABLE("Patient Unreachable", Party.PATIENT, Queue.CLINICAL),
    /** A pharmacist has a concern that the prescriber has to answer. */
    @JsonProperty("clinical-intervention")
    CLINICAL_INTERVENTION("Clinical Intervention", Party.PRESCRIBER, Queue.CLINICAL),
    /** A pharmacist has signed; nothing stands between the drug and the patient. */
    @JsonProperty("clinically-cleared")
    CLINICALLY_CLEARED("Clinically Cleared - Ready to Ship", Party.PHARMACY, Queue.FULFILMENT),
    /** A fill waits to be filled. */
    @JsonProperty("dispense-queued")
    DISPENSE_QUEUED("Dispense Queued", Party.PHARMACY, Queue.FULFILMENT),
    /** Stock is set aside and counted out. */
    @JsonProperty("dispensing")
    DISPENSING("Dispensing", Party.PHARMACY, Queue.FULFILMENT),
    /** A pharmacist stands for what is in the box. */
    @JsonProperty("fill-complete")
    FILL_COMPLETE("Fill Complete", Party.PHARMACY, Queue.FULFILMENT),
    /** With the carrier. */
    @JsonProperty("shipped")
    SHIPPED("Shipped - Pending Delivery", Party.CARRIER, Queue.FULFILMENT),
    /** Lost, late, warm or refused. */
    @JsonProperty("delivery-exception")
    DELIVERY_EXCEPTION("Delivery Exception", Party.CARRIER, Queue.DELIVERY_EXCEPTION),
    /** The patient has the drug and takes it. */
    @JsonProperty("adherence-follow-up")
    ADHERENCE_FOLLOW_UP("Pending Adherence Follow-up", Party.PATIENT, Queue.ADHERENCE),
    /** The supply runs out soon. */
    @JsonProperty("refill-due")
    REFILL_DUE("Refill Due", Party.PHARMACY, Queue.ADHERENCE),
    /** Stands still for a reason, until a day. */
    @JsonProperty("on-hold")
    ON_HOLD("On Hold", null, Queue.DATA_QUALITY),
    /** The same order as another. */
    @JsonProperty("duplicate")
    DUPLICATE("Duplicate", null, null),
    /** Nothing the pharmacy could begin with. */
    @JsonProperty("rejected")
    REJECTED("Rejected", null, null),
    /** Another pharmacy goes on with it. */
    @JsonProperty("transferred")
    TRANSFERRED("Transferred", null, null),
    /** Ended before the first dose was shipped. */
    @JsonProperty("cancelled")
    CANCELLED("Cancelled", null, null),
    /** The therapy was ended. */
    @JsonProperty("discontinued")
    DISCONTINUED("Discontinued", null, null);

    private final String title;
    private final @Nullable Party waitsFor;
    private final @Nullable Queue queue;

    CaseStatus(String title, @Nullable Party waitsFor, @Nullable Queue queue) {
        this.title = title;
        this.waitsFor = waitsFor;
        this.queue = queue;
    }

    /** As people on the phone say it. */
    public String title() {
        return title;
    }

    /** Who has to do something next, unless the case itself says otherwise; nobody once it has ended. */
    public Optional<Party> waitsFor() {
        return Optional.ofNullable(waitsFor);
    }

    public Optional<Queue> queue() {
        return Optional.ofNullable(queue);
    }

    public boolean isEnd() {
        return switch (this) {
            case DUPLICATE, REJECTED, TRANSFERRED, CANCELLED, DISCONTINUED -> true;
            default -> false;
        };
    }

    public String wireName() {
        return WireName.of(this);
    }
}
