package dev.firstfill.api.tasks;

import static dev.firstfill.tasks.Queue.ADHERENCE;
import static dev.firstfill.tasks.Queue.APPEALS;
import static dev.firstfill.tasks.Queue.BENEFITS_INVESTIGATION;
import static dev.firstfill.tasks.Queue.CLINICAL;
import static dev.firstfill.tasks.Queue.DATA_QUALITY;
import static dev.firstfill.tasks.Queue.DELIVERY_EXCEPTION;
import static dev.firstfill.tasks.Queue.FINANCIAL;
import static dev.firstfill.tasks.Queue.FULFILMENT;
import static dev.firstfill.tasks.Queue.INTAKE;
import static dev.firstfill.tasks.Queue.PARTNER_INQUIRY;
import static dev.firstfill.tasks.Queue.PRIOR_AUTHORISATION;

import dev.firstfill.api.security.Caller;
import dev.firstfill.api.security.Permission;
import dev.firstfill.api.security.Role;
import dev.firstfill.tasks.Queue;
import dev.firstfill.tasks.TaskWorker;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whose work each queue is: the only place where it is said. docs/tasks.md shows it, and a test compares. */
public final class QueueRights {
    private static final Map<Role, Set<Queue>> WORKED_BY = Map.of(
            Role.INTAKE_COORDINATOR, EnumSet.of(INTAKE, DATA_QUALITY, PARTNER_INQUIRY),
            Role.BENEFITS_INVESTIGATOR, EnumSet.of(BENEFITS_INVESTIGATION, PARTNER_INQUIRY),
            Role.PA_SPECIALIST, EnumSet.of(PRIOR_AUTHORISATION, APPEALS, PARTNER_INQUIRY),
            Role.FINANCIAL_NAVIGATOR, EnumSet.of(FINANCIAL),
            Role.CLINICAL_PHARMACIST, EnumSet.of(CLINICAL, APPEALS, ADHERENCE),
            Role.DISPENSING_PHARMACIST, EnumSet.of(CLINICAL, FULFILMENT, DELIVERY_EXCEPTION),
            Role.FULFILMENT_TECHNICIAN, EnumSet.of(FULFILMENT, DELIVERY_EXCEPTION, DATA_QUALITY),
            Role.ADHERENCE_NURSE, EnumSet.of(ADHERENCE),
            Role.BILLER, EnumSet.of(FINANCIAL),
            Role.PHARMACY_MANAGER, EnumSet.allOf(Queue.class));

    private QueueRights() {}

    static Set<Queue> of(Role role) {
        return WORKED_BY.getOrDefault(role, Set.of());
    }

    /** All that one of the caller's roles works. */
    public static Set<Queue> of(Caller caller) {
        return caller.roles().stream().flatMap(role -> of(role).stream()).collect(Collectors.toUnmodifiableSet());
    }

    static TaskWorker worker(Caller caller) {
        return new TaskWorker(caller.asColleague(), of(caller), caller.may(Permission.TASK_MANAGE));
    }
}
