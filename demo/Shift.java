import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The people of one pharmacy at work. */
final class Shift {
    final Pharmacy pharmacy;
    private final List<Worker> workers;
    private final Recall recall;
    private LocalDate lastRecallDay = Plan.RECALL_DAY;

    Shift(Pharmacy pharmacy) {
        this.pharmacy = pharmacy;
        var pharmacist = new Verification(pharmacy);
        recall = new Recall(pharmacy, pharmacist);
        workers = List.of(
                new Intake(pharmacy),
                new Benefits(pharmacy),
                new Authorisations(pharmacy),
                new Funding(pharmacy),
                new Clinical(pharmacy),
                new Fulfilment(pharmacy),
                new Billing(pharmacy),
                pharmacist,
                new Adherence(pharmacy));
    }

    void refuseIfItWasHereBefore() {
        var manager = pharmacy.as(Pharmacy.MANAGER);
        if (manager.get("read the clock", "/v1/sandbox/clock").body().path("frozen").asBoolean()) {
            throw new DemoFailure("""
                    %s's clock was set before, so the demo has run here: its cases are there to be looked at (docs/cases.md).
                    It begins on a day that is past now. To see it again, stop bin/dev, remove .local/dev, start bin/dev
                    and say bin/demo."""
                    .formatted(pharmacy.name()));
        }
    }

    void prepare(Path formulary) {
        pharmacy.moveTo(Plan.FIRST_DAY.atTime(8, 0).atZone(Plan.ZONE).toInstant());
        new Stock(pharmacy).prepare(formulary, isNorthgate());
        pharmacy.post.forEach(this::tellThePayer);
    }

    /** How the plan of the referral's patient behaves. */
    private void tellThePayer(Referral referral) {
        var conduct = switch (referral.trait) {
            case NEEDS_PA -> new String[] {"needs-pa", "approves"};
            case PA_ASKS -> new String[] {"needs-pa", "asks", "asks"};
            case PA_DENIED -> new String[] {"needs-pa", "pends", "denies", "pends", "denies"};
            case PA_LATE -> new String[] {"needs-pa"};
            default -> new String[0];
        };
        var always = switch (referral.trait) {
            case PA_LATE -> "pends-days";
            case NOT_COVERED -> "rejects-70";
            default -> "";
        };
        if (conduct.length > 0 || !always.isEmpty()) {
            var script = always.isEmpty()
                    ? Map.of("member", referral.memberId, "conduct", conduct)
                    : Map.of("member", referral.memberId, "conduct", conduct, "always", always);
            pharmacy.payer().post("tell the payer how to meet " + referral, "/script", script);
        }
    }

    /** Sends what is due, and lets whoever's turn it is look into their queues. */
    void live(Instant moment) {
        pharmacy.moveTo(moment);
        pharmacy.post.stream().filter(referral -> referral.sentAt.equals(moment)).forEach(this::send);
        Plan.turn(moment).ifPresent(turn -> {
            workers.get(turn).round();
            if (workers.get(turn) instanceof Verification) {
                lookAfterTheRecall();
            }
        });
    }

    private void lookAfterTheRecall() {
        if (!isNorthgate() || pharmacy.today().isBefore(Plan.RECALL_DAY)) {
            return;
        }
        if (!recall.isOpen()) {
            recall.open();
        } else if (pharmacy.today().isAfter(lastRecallDay)) {
            lastRecallDay = pharmacy.today();
            recall.follow();
        }
    }

    private void send(Referral referral) {
        var answer = pharmacy.asRecordSystem()
                .postDocument("send " + referral, "/v1/referrals", "application/fhir+json", referral.document);
        referral.state = answer.text("state");
        referral.id = answer.id();
        referral.patient = answer.text("patient");
        if (referral.state.equals("duplicate")) {
            pharmacy.diary.tell("referral %s is the same order as one before: recognised, begins nothing", referral.number);
            return;
        }
        if (!referral.state.equals("accepted")) {
            throw new DemoFailure("Referral %s should be accepted:%n%s".formatted(referral.number, answer.body().toPrettyString()));
        }
        pharmacy.opened(referral, answer.text("case"));
        var opened = pharmacy.as(Pharmacy.MANAGER).get("read the case of " + referral.number, "/v1/cases/" + referral.caseId);
        referral.caseNumber = opened.text("number");
        var missing = Api.list(opened.body().path("missing")).stream().map(lack -> lack.path("code").asText()).toList();
        if (!missing.isEmpty()) {
            pharmacy.diary.tell("%s (referral %s) waits for the %s: %s", referral, referral.number, opened.text("waitsFor"), String.join(", ", missing));
        }
        pharmacy.diary.count("referrals");
    }

    private boolean isNorthgate() {
        return pharmacy.example.slug().equals("northgate");
    }
}
