import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Somebody who works queues: pulls the next task, does what it asks for, and keeps what cannot go on yet until it can.
 * What a case opened is done when the case moves on.
 */
abstract class Worker {
    private static final Set<String> CLOSED = Set.of("completed", "cancelled");
    private static final Duration WORTH_SNOOZING = Duration.ofHours(12);

    final Pharmacy pharmacy;
    final Api api;
    private final List<String> queues;
    private final Map<String, Instant> held = new LinkedHashMap<>();

    Worker(Pharmacy pharmacy, String role, String... queues) {
        this.pharmacy = pharmacy;
        this.api = pharmacy.as(role);
        this.queues = List.of(queues);
    }

    /** Until when a task has to wait, and why. */
    record Later(Instant until, String why) {}

    /** @return null when the case has moved on, or nothing more can be done in this round */
    abstract Later work(Referral referral, Api.Answer patientCase, JsonNode task);

    /** What no queue brings. */
    void look() {}

    final void round() {
        for (var task : List.copyOf(held.keySet())) {
            if (!held.get(task).isAfter(pharmacy.now())) {
                handle(task);
            }
        }
        for (var next = pull(); next != null; next = pull()) {
            handle(next);
        }
        look();
    }

    private String pull() {
        if (queues.isEmpty()) {
            return null;
        }
        var pulled = api.post("pull the next task of " + queues, "/v1/task-assignments", Map.of("queues", queues));
        return pulled.status() == 204 ? null : pulled.id();
    }

    private void handle(String id) {
        held.remove(id);
        var task = api.get("read a task", "/v1/tasks/" + id);
        var status = "";
        Later later = null;
        while (!CLOSED.contains(task.text("state"))) {
            var referral = pharmacy.of(task.body());
            var patientCase = caseOf(referral);
            if (patientCase.text("status").equals(status)) {
                hold(task, later);
                return;
            }
            status = patientCase.text("status");
            later = work(referral, patientCase, task.body());
            task = api.get("read a task", "/v1/tasks/" + id);
        }
    }

    private void hold(Api.Answer task, Later later) {
        held.put(task.id(), later == null ? pharmacy.now() : later.until());
        if (later != null && later.until().isAfter(pharmacy.now().plus(WORTH_SNOOZING))) {
            var wish = Map.of("until", later.until().toString(), "reason", later.why());
            api.postTo(task, "put a task off", "/v1/tasks/" + task.id() + "/snooze", wish);
        }
    }

    final Api.Answer caseOf(Referral referral) {
        return api.get("read " + referral, "/v1/cases/" + referral.caseId);
    }

    /** Makes a move of the case. */
    final Api.Answer move(Api.Answer patientCase, String move, Map<String, ?> parts) {
        var body = new LinkedHashMap<String, Object>(parts);
        body.put("move", move);
        return api.postTo(
                patientCase,
                "move " + patientCase.text("number") + " by " + move,
                "/v1/cases/" + patientCase.id() + "/transitions",
                body);
    }

    final Api.Answer prescriptionOf(Api.Answer patientCase) {
        return api.get("read the prescription of " + patientCase.text("number"), "/v1/prescriptions/" + patientCase.text("prescription"));
    }

    final String npiOf(Api.Answer patientCase) {
        return api.get("read the prescriber of " + patientCase.text("number"), "/v1/prescribers/" + patientCase.text("prescriber")).text("npi");
    }

    final Later tomorrow(String why) {
        return new Later(morningAfter(1), why);
    }

    final Later later(Duration time, String why) {
        return new Later(pharmacy.now().plus(time), why);
    }

    /** So many business days on, early enough for the day's first round. */
    final Instant morningAfter(int businessDays) {
        var day = pharmacy.today();
        for (int i = 0; i < businessDays; i++) {
            day = Plan.businessDayAfter(day);
        }
        return day.atTime(LocalTime.of(8, 30)).atZone(Plan.ZONE).toInstant();
    }
}
