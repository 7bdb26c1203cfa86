import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What is told of a pharmacy while the demo runs: what is worth a line at once, all else counted at the end of the day. */
final class Diary {
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE dd MMM", Locale.US);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE dd MMM HH:mm", Locale.US);

    private final Pharmacy pharmacy;
    private final Map<String, Integer> done = new LinkedHashMap<>();

    Diary(Pharmacy pharmacy) {
        this.pharmacy = pharmacy;
    }

    void tell(String line, Object... values) {
        System.out.printf(
                "%s  %-10s %s%n", MOMENT.format(pharmacy.localNow()), pharmacy.name(), line.formatted(values));
    }

    void count(String what) {
        done.merge(what, 1, Integer::sum);
    }

    void closeDay(LocalDate day) {
        if (done.isEmpty()) {
            return;
        }
        var all = done.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        System.out.printf(
                "%s        %-10s %s | %d of %d cases have shipped%n",
                DAY.format(day), pharmacy.name(), all, pharmacy.shipped(), pharmacy.cases().size());
        done.clear();
    }
}
