package dev.firstfill.tasks;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be done, and whose work that is. */
@Schema(description = "What is to be done. Each has its queue; other has whichever is named with it.")
public enum TaskType {
    @JsonProperty("review-referral")
    REVIEW_REFERRAL(Queue.INTAKE),
    @JsonProperty("complete-intake")
    COMPLETE_INTAKE(Queue.INTAKE),
    @JsonProperty("obtain-information")
    OBTAIN_INFORMATION(Queue.INTAKE),
    @JsonProperty("review-duplicate")
    REVIEW_DUPLICATE(Queue.DATA_QUALITY),
    @JsonProperty("investigate-benefits")
    INVESTIGATE_BENEFITS(Queue.BENEFITS_INVESTIGATION),
    @JsonProperty("prepare-pa")
    PREPARE_PA(Queue.PRIOR_AUTHORISATION),
    @JsonProperty("follow-up-pa")
    FOLLOW_UP_PA(Queue.PRIOR_AUTHORISATION),
    @JsonProperty("answer-payer")
    ANSWER_PAYER(Queue.PRIOR_AUTHORISATION),
    @JsonProperty("decide-on-denial")
    DECIDE_ON_DENIAL(Queue.APPEALS),
    @JsonProperty("follow-up-appeal")
    FOLLOW_UP_APPEAL(Queue.APPEALS),
    @JsonProperty("renew-authorisation")
    RENEW_AUTHORISATION(Queue.PRIOR_AUTHORISATION),
    @JsonProperty("review-funding")
    REVIEW_FUNDING(Queue.FINANCIAL),
    @JsonProperty("welcome-call")
    WELCOME_CALL(Queue.CLINICAL),
    @JsonProperty("contact-patient")
    CONTACT_PATIENT(Queue.CLINICAL),
    @JsonProperty("intervene")
    INTERVENE(Queue.CLINICAL),
    @JsonProperty("queue-dispense")
    QUEUE_DISPENSE(Queue.FULFILMENT),
    @JsonProperty("dispense")
    DISPENSE(Queue.FULFILMENT),
    @JsonProperty("follow-delivery")
    FOLLOW_DELIVERY(Queue.FULFILMENT),
    @JsonProperty("resolve-delivery-exception")
    RESOLVE_DELIVERY_EXCEPTION(Queue.DELIVERY_EXCEPTION),
    @JsonProperty("adherence-call")
    ADHERENCE_CALL(Queue.ADHERENCE),
    @JsonProperty("refill-call")
    REFILL_CALL(Queue.ADHERENCE),
    @JsonProperty("review-hold")
    REVIEW_HOLD(Queue.INTAKE),
    @JsonProperty("answer-partner")
    ANSWER_PARTNER(Queue.PARTNER_INQUIRY),
    /** Whatever else, in the queue that its opener names. */
    @JsonProperty("other")
    OTHER(null);

    private final @Nullable Queue queue;

    TaskType(@Nullable Queue queue) {
        this.queue = queue;
    }

    /** Empty for what may be anybody's work. */
    public Optional<Queue> queue() {
        return Optional.ofNullable(queue);
    }

    /** As the contract calls it. */
    public String wireName() {
        return WireName.of(this);
    }

    /** Of its name in the contract. */
    public static TaskType fromString(String name) {
        return WireName.read(TaskType.class, name);
    }
}
