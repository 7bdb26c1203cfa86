import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What is printed at the end: each case with its clocks and whom it waited for, the boards, and one patient at a glance. */
final class Report {
    private static final List<String> PARTIES = List.of("pharmacy", "payer", "prescriber", "patient", "carrier");
    private static final Map<String, String> CLOCKS = clocks();
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("new-referral-intake", "intake"),
            Map.entry("awaiting-information", "asked back"),
            Map.entry("benefits-investigation", "benefits"),
            Map.entry("benefits-verified-no-pa", "no PA"),
            Map.entry("benefits-verified-pa-required", "PA required"),
            Map.entry("not-covered", "not covered"),
            Map.entry("pa-preparation", "PA prepared"),
            Map.entry("pa-pending-payer", "at payer"),
            Map.entry("pa-info-requested", "payer asks"),
            Map.entry("pa-denied", "DENIED"),
            Map.entry("appeal-pending", "appeal"),
            Map.entry("pa-approved", "approved"),
            Map.entry("financial-review", "funding"),
            Map.entry("welcome-call-pending", "welcome call"),
            Map.entry("patient-unreachable", "UNREACHABLE"),
            Map.entry("clinical-intervention", "PRESCRIBER ASKED"),
            Map.entry("clinically-cleared", "cleared"),
            Map.entry("dispense-queued", "queued"),
            Map.entry("dispensing", "filled"),
            Map.entry("fill-complete", "verified"),
            Map.entry("delivery-exception", "BOX LOST"),
            Map.entry("adherence-follow-up", "in therapy"),
            Map.entry("refill-due", "refill due"),
            Map.entry("on-hold", "ON HOLD"));
    private static final String ROW = "%-6s %-4s %-21s %-23s %-12s %15s  %9s %9s %9s %9s %9s%n";

    private final List<Pharmacy> pharmacies;

    Report(List<Pharmacy> pharmacies) {
        this.pharmacies = pharmacies;
    }

    private static Map<String, String> clocks() {
        var names = new LinkedHashMap<String, String>();
        names.put("intake", "intake");
        names.put("benefits-investigation", "benefits");
        names.put("pa-submission", "PA submission");
        names.put("payer-decision", "payer's decision");
        names.put("appeal", "appeal");
        names.put("financial-review", "funding");
        names.put("welcome-call", "welcome call");
        names.put("dispense", "dispense");
        names.put("maximum-hold", "hold");
        return names;
    }

    void print() {
        for (var pharmacy : pharmacies) {
            System.out.printf("%n%s: every case, until %s%n%n", pharmacy.example.name(), Diary.DAY.format(pharmacy.localNow()));
            System.out.printf(
                    "First fill: from the referral to the first shipment, net/gross; net leaves out the time in which others were waited for.%n"
                            + "The last five columns: for whom the case has waited how long, until now.%n"
                            + "Clocks: net/gross in hours:minutes, business hours unless marked c (clock hours); ! is over the target.%n%n");
            System.out.printf(ROW, "case", "ref", "drug", "payer", "stands at", "first fill", "pharmacy", "payer", "prescr.", "patient", "carrier");
            for (var referral : pharmacy.cases()) {
                row(pharmacy, referral);
            }
            totals(pharmacy);
        }
        pharmacies.forEach(Report::board);
        pharmacies.forEach(pharmacy -> pharmacy.cases().stream()
                .filter(referral -> referral.trait == Trait.FOUNDATION)
                .findFirst()
                .ifPresent(referral -> glance(pharmacy, referral)));
    }

    /** Whoever kept all patients together waiting, and for how long. */
    private static void totals(Pharmacy pharmacy) {
        var manager = pharmacy.as(Pharmacy.MANAGER);
        var all = new TreeMap<String, Duration>();
        var first = new TreeMap<String, Duration>();
        for (var referral : pharmacy.cases()) {
            var story = Api.list(manager.get("read the story of " + referral, "/v1/cases/" + referral.caseId + "/events").body().path("events"));
            waited(story).forEach((party, time) -> all.merge(party, time, Duration::plus));
            waited(story.stream().takeWhile(event -> !event.path("to").asText().equals("shipped")).toList())
                    .forEach((party, time) -> first.merge(party, time, Duration::plus));
        }
        total("all cases, until the first shipment", first);
        total("all cases, all together", all);
        pharmacy.post.stream().filter(referral -> referral.state.equals("duplicate")).forEach(referral -> System.out.printf(
                "       referral %s was recognised as an order that had come before: no case%n", referral.number));
    }

    private static void total(String what, Map<String, Duration> waited) {
        var cells = new ArrayList<Object>(List.of("       " + what));
        PARTIES.forEach(party -> cells.add(waited.containsKey(party) ? days(waited.get(party)) : ""));
        System.out.printf("%-86s  %9s %9s %9s %9s %9s%n", cells.toArray());
    }

    private static void row(Pharmacy pharmacy, Referral referral) {
        var manager = pharmacy.as(Pharmacy.MANAGER);
        var found = manager.get("read " + referral, "/v1/cases/" + referral.caseId).body();
        var story = Api.list(manager.get("read the story of " + referral, "/v1/cases/" + referral.caseId + "/events").body().path("events"));
        var waited = waited(story);
        var cells = new ArrayList<Object>(List.of(
                referral.caseNumber, referral.number, Knowledge.drug(referral), found.path("payer").asText(), said(found.path("status").asText()), firstFill(found)));
        PARTIES.forEach(party -> cells.add(waited.containsKey(party) ? days(waited.get(party)) : ""));
        System.out.printf(ROW, cells.toArray());
        System.out.println("       path    " + String.join(" > ", path(story)));
        System.out.println("       clocks  " + String.join(", ", readings(found)));
    }

    private static String firstFill(JsonNode found) {
        for (var clock : found.path("clocks")) {
            if (clock.path("kind").asText().equals("time-to-first-fill")) {
                var reading = days(duration(clock, "net")) + "/" + days(duration(clock, "gross"));
                var mark = clock.path("breached").asBoolean() ? "!" : "";
                return found.hasNonNull("firstShippedAt") ? reading + mark : "none";
            }
        }
        return "none";
    }

    private static String said(String status) {
        return SHORT.getOrDefault(status, status);
    }

    /** Each stretch of the way once, in the order in which they were reached; several in a row as one. */
    private static List<String> path(List<JsonNode> story) {
        var path = new ArrayList<String>();
        for (var event : story) {
            var to = said(event.path("to").asText());
            if (path.isEmpty() || !path.getLast().equals(to)) {
                path.add(to);
            }
        }
        return path;
    }

    private static Map<String, Duration> waited(List<JsonNode> story) {
        var waited = new TreeMap<String, Duration>();
        for (var event : story) {
            if (event.hasNonNull("waited") && event.hasNonNull("waitsFor")) {
                waited.merge(event.path("waitsFor").asText(), duration(event, "waited"), Duration::plus);
            }
        }
        return waited;
    }

    private static List<String> readings(JsonNode found) {
        var readings = new ArrayList<String>();
        CLOCKS.forEach((kind, name) -> {
            for (var clock : found.path("clocks")) {
                if (clock.path("kind").asText().equals(kind)) {
                    readings.add("%s %s/%s%s%s".formatted(
                            name,
                            hours(duration(clock, "net")),
                            hours(duration(clock, "gross")),
                            clock.path("hours").asText().equals("clock") ? "c" : "",
                            clock.path("breached").asBoolean() ? "!" : ""));
                }
            }
        });
        return readings;
    }

    static void board(Pharmacy pharmacy) {
        var board = pharmacy.as(Pharmacy.MANAGER).get("read the case board", "/v1/case-board").body();
        System.out.printf("%nThe case board of %s: %d open cases%n", pharmacy.name(), board.path("total").asLong());
        System.out.printf("%-34s %-23s %-11s %5s %6s %8s %8s %8s %8s%n", "status", "payer", "waits for", "clock", "cases", "<1 day", "1-3", "3-7", ">7");
        for (var cell : board.path("cells")) {
            var ages = cell.path("ages");
            System.out.printf(
                    "%-34s %-23s %-11s %4d%% %6d %8d %8d %8d %8d%n",
                    cell.path("title").asText(),
                    cell.path("payer").asText(""),
                    cell.path("waitsFor").asText(""),
                    cell.path("sla").asInt(),
                    cell.path("count").asLong(),
                    ages.path("underOneDay").asLong(),
                    ages.path("oneToThreeDays").asLong(),
                    ages.path("threeToSevenDays").asLong(),
                    ages.path("overSevenDays").asLong());
        }
    }

    private static void glance(Pharmacy pharmacy, Referral referral) {
        var seen = pharmacy.as(Pharmacy.CLINICAL_PHARMACIST)
                .get("see a patient at a glance", "/v1/patients/" + referral.patient + "/overview")
                .body();
        var name = seen.path("name");
        System.out.printf("%nPatient %s at a glance, as %s's clinical pharmacist sees it%n", seen.path("number").asText(), pharmacy.name());
        line("name", "%s %s, born %s".formatted(name.path("given").asText(), name.path("family").asText(), seen.path("birthDate").asText()));
        line("diagnoses", seen.path("diagnoses").size() + " coded, for this drug "
                + Api.list(seen.path("diagnoses")).stream().filter(one -> one.path("primary").asBoolean()).map(one -> one.path("code").asText()).toList());
        for (var one : seen.path("cases")) {
            line("case", "%s, %s, supply runs out on %s, %s pays $%s of each fill".formatted(
                    one.path("number").asText(), one.path("title").asText(), one.path("runsOutOn").asText("?"),
                    one.path("funding").path("program").asText("nobody"), one.path("funding").path("amount").path("amount").asText("0")));
        }
        for (var drug : seen.path("drugs")) {
            line("drug", drug.path("name").asText() + ", " + drug.path("strength").asText());
        }
        var fill = seen.path("lastFill");
        line("last fill", "%s on %s, for %d days".formatted(fill.path("state").asText(), fill.path("shippedAt").asText(), fill.path("daysSupply").asInt()));
        var adherence = seen.path("adherence");
        line("adherence", adherence.isMissingNode() || adherence.isNull() ? "never asked"
                : "%s%% on %s".formatted(adherence.path("score").asText(), adherence.path("assessedOn").asText()));
        for (var task : seen.path("tasks")) {
            line("to do", "%s, from %s on".formatted(task.path("type").asText(), task.path("visibleFrom").asText()));
        }
        var contact = seen.path("lastContact");
        line("last call", "%s by %s: %s".formatted(contact.path("at").asText(), contact.path("by").path("name").asText(), contact.path("note").asText()));
    }

    private static void line(String what, String text) {
        System.out.printf("  %-11s %s%n", what, text);
    }

    private static Duration duration(JsonNode node, String field) {
        return Duration.parse(node.path(field).asText());
    }

    /** Such as 3d 4h. */
    static String days(Duration time) {
        return time.toDays() > 0
                ? "%dd%dh".formatted(time.toDays(), time.toHoursPart())
                : "%dh%02d".formatted(time.toHours(), time.toMinutesPart());
    }

    /** Such as 28:30. */
    static String hours(Duration time) {
        return String.format(Locale.ROOT, "%d:%02d", time.toHours(), time.toMinutesPart());
    }
}
