package dev.firstfill.cases;

import dev.firstfill.tasks.TaskType;
import java.util.Optional;

/** What somebody has to do because a case stands where it stands. */
final class TaskPlan {
    private TaskPlan() {}

    static Optional<TaskType> in(CaseStatus status) {
        return Optional.ofNullable(
                switch (status) {
                    case NEW_REFERRAL_INTAKE -> TaskType.COMPLETE_INTAKE;
                    case AWAITING_INFORMATION -> TaskType.OBTAIN_INFORMATION;
                    case BENEFITS_INVESTIGATION, BENEFITS_VERIFIED_NO_PA -> TaskType.INVESTIGATE_BENEFITS;
                    case BENEFITS_VERIFIED_PA_REQUIRED, PA_PREPARATION, PA_EXPIRED -> TaskType.PREPARE_PA;
                    case PA_PENDING_PAYER -> TaskType.FOLLOW_UP_PA;
                    case PA_INFO_REQUESTED -> TaskType.ANSWER_PAYER;
                    case PA_DENIED -> TaskType.DECIDE_ON_DENIAL;
                    case APPEAL_PENDING -> TaskType.FOLLOW_UP_APPEAL;
                    case NOT_COVERED, FINANCIAL_REVIEW -> TaskType.REVIEW_FUNDING;
                    case PA_APPROVED, WELCOME_CALL_PENDING -> TaskType.WELCOME_CALL;
                    case PATIENT_UNREACHABLE -> TaskType.CONTACT_PATIENT;
                    case CLINICAL_INTERVENTION -> TaskType.INTERVENE;
                    case CLINICALLY_CLEARED -> TaskType.QUEUE_DISPENSE;
                    case DISPENSE_QUEUED, DISPENSING, FILL_COMPLETE -> TaskType.DISPENSE;
                    case SHIPPED -> TaskType.FOLLOW_DELIVERY;
                    case DELIVERY_EXCEPTION -> TaskType.RESOLVE_DELIVERY_EXCEPTION;
                    case ADHERENCE_FOLLOW_UP -> TaskType.ADHERENCE_CALL;
                    case REFILL_DUE -> TaskType.REFILL_CALL;
                    // The watchdog and the day it is held until bring it back.
                    case ON_HOLD -> null;
                    case DUPLICATE, REJECTED, TRANSFERRED, CANCELLED, DISCONTINUED -> null;
                });
    }
}
