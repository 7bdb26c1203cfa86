package dev.firstfill.bench.platform;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Another system's file: the same in every run, and made line by line. Ten fills to a prescription, two of them to a patient. */
public final class HistorySource {
    private static final int PRESCRIBERS = 50;
    private static final int DRUGS = 5;
    private static final int FILLS = 10;

    private static final int BODY_MAX = 262_144;

    /** As many as the API takes at once. */
    public static final int LINES_MAX = 1_000;

    private final long patients;
    private final long prescriptions;
    private final long dispenses;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    /** Lines of one kind, as many as one request may hold. */
    public record Batch(String text, int count) {}

    public HistorySource(long dispenses) {
        this.prescriptions = dispenses / FILLS;
        this.dispenses = prescriptions * FILLS;
        this.patients = Math.max(1, prescriptions / 2);
    }

    public long patients() {
        return patients;
    }

    public long prescriptions() {
        return prescriptions;
    }

    public long dispenses() {
        return dispenses;
    }

    public long lines() {
        return PRESCRIBERS + DRUGS + patients + prescriptions + dispenses;
    }

    public String kind(long line) {
        if (line <= PRESCRIBERS + DRUGS) {
            return line <= PRESCRIBERS ? "prescriber" : "drug";
        }
        long place = line - PRESCRIBERS - DRUGS;
        return place <= patients ? "patient" : place <= patients + prescriptions ? "prescription" : "dispense";
    }

    public Batch batch(long first) {
        var text = new StringBuilder();
        int count = 0;
        for (long line = first; line <= lines() && count < LINES_MAX; line++) {
            var next = line(line);
            boolean another = !kind(line).equals(kind(first));
            if (another || text.length() + next.getBytes(StandardCharsets.UTF_8).length + 1 > BODY_MAX) {
                break;
            }
            text.append(next).append('\n');
            count++;
        }
        return new Batch(text.toString(), count);
    }

    private String line(long line) {
        long place = line - PRESCRIBERS - DRUGS;
        return switch (kind(line)) {
            case "prescriber" -> """
                        {"line":%d,"kind":"prescriber","key":"dr-%d","record":{"npi":"%s","name":{"given":"Priya","family":"Anand"}}}""".formatted(line, line, npi(line));
            case "drug" -> """
                        {"line":%d,"kind":"drug","key":"drug-%d","record":{"ndc":"00074-%04d-02","name":"Adalimumab Pen","strength":"40 mg/0.4 mL","dosageForm":"pen","manufacturer":"Helix Therapeutics","packageSize":{"quantity":2,"unit":"pen"},"storage":"refrigerated","requiresRems":false,"limitedDistribution":false,"schedule":"none"}}""".formatted(line, line - PRESCRIBERS, line);
            case "patient" ->
                """
                        {"line":%d,"kind":"patient","key":"mrn-%d","record":{"name":{"given":"Marisol","family":"Vega%d"},"birthDate":"%s","sex":"female","phones":[{"use":"mobile","number":"+1518555%04d","preferred":true}],"addresses":[{"use":"home","line1":"%d Elm St","city":"Albany","state":"NY","zip":"12207"}]}}""".formatted(
                        line, place, place, LocalDate.of(1940, 1, 1).plusDays(place % 20_000), place % 10_000, place);
            case "prescription" -> prescription(line, place - patients - 1);
            default -> dispense(line, place - patients - prescriptions - 1);
        };
    }

    private String prescription(long line, long number) {
        return """
                    {"line":%d,"kind":"prescription","key":"rx-%d","state":"active","record":{"patient":"mrn-%d","prescriber":"dr-%d","drug":"drug-%d","sig":"Inject 40 mg under the skin every other week","quantity":2,"daysSupply":28,"refillsAuthorised":11,"writtenOn":"%s","icd10Codes":["M05.79"],"dispenseAsWritten":"no-selection","origin":"electronic"}}""".formatted(
                line, number, number % patients + 1, number % PRESCRIBERS + 1, number % DRUGS + 1, writtenOn(number));
    }

    private String dispense(long line, long number) {
        var filledOn = writtenOn(number / FILLS).plusDays(1 + number % FILLS * 28);
        return """
                    {"line":%d,"kind":"dispense","key":"d-%d","record":{"prescription":"rx-%d","fillNumber":%d,"quantity":2,"daysSupply":28,"filledOn":"%s","shippedAt":"%sT23:00:00Z","deliveredAt":"%sT15:00:00Z","state":"delivered","lots":[{"lotNumber":"L%d","expiresOn":"%s","quantity":2}]}}""".formatted(
                        line,
                        number,
                        number / FILLS,
                        number % FILLS,
                        filledOn,
                        filledOn,
                        filledOn.plusDays(1),
                        number % 200,
                        filledOn.plusYears(1));
    }

    private LocalDate writtenOn(long prescription) {
        return today.minusDays(340 + prescription % 90);
    }

    /** Nine digits and the check digit of 80840 before them (45 CFR 162.406). */
    private static String npi(long number) {
        var digits = "1%08d".formatted(number);
        int sum = 24;
        for (int place = 0; place < digits.length(); place++) {
            int digit = digits.charAt(digits.length() - 1 - place) - '0';
            int doubled = place % 2 == 0 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return digits + (10 - sum % 10) % 10;
    }
}
