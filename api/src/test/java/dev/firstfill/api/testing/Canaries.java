package dev.firstfill.api.testing;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A made-up patient whose name, birth date, numbers and addresses are nobody else's, and a search for them in whatever
 * they must not be in: a log, a trace, a dump of the database. Found are the usual spellings of each value, in UTF-8,
 * UTF-16 and ISO 8859-1, in either case, and these as base64, hexadecimal, percent-encoded, or escaped as in JSON. Not
 * found is what is compressed, or encoded twice.
 *
 * <pre>{@code
 * var canaries = Canaries.planted();
 * register(canaries.patient());
 * assertThat(canaries.in(Files.readAllBytes(dump))).isEmpty();
 * }</pre>
 */
public final class Canaries {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Five letters of twenty: no word, and not twice in the tests of a lifetime. */
    private static final String LETTERS = "bcdfghklmnpqrstvwxyz";

    /** So far back that no other patient of the tests was born there: the days of 1901 to 1909. */
    private static final LocalDate EARLIEST = LocalDate.of(1901, 1, 1);

    private static final int DAYS = 3_280;

    private final Map<String, String> values;
    private final Needles needles;

    private Canaries(Map<String, String> values) {
        this.values = Collections.unmodifiableMap(values);
        this.needles = Needles.of(values);
    }

    /** Someone new each time. */
    public static Canaries planted() {
        var family = "Quixó" + letters();
        var values = new LinkedHashMap<String, String>();
        values.put("given", "Zéphyr" + letters());
        values.put("family", family);
        values.put("birthDate", EARLIEST.plusDays(RANDOM.nextInt(DAYS)).toString());
        values.put("phone", "+1518" + (2_000_000 + RANDOM.nextInt(7_000_000)));
        values.put("email", "z." + letters() + "@" + letters() + ".example.com");
        values.put("memberId", letters().toUpperCase(Locale.ROOT) + (100_000_000 + RANDOM.nextInt(900_000_000)));
        values.put("street", (1_000 + RANDOM.nextInt(9_000)) + " " + letters() + "wick Lane");
        return new Canaries(values);
    }

    private static String letters() {
        return RANDOM.ints(5, 0, LETTERS.length())
                .mapToObj(LETTERS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }

    /** What was planted, by the name of its property. */
    public Map<String, String> values() {
        return values;
    }

    public String given() {
        return value("given");
    }

    public String family() {
        return value("family");
    }

    /** As {@code YYYY-MM-DD}. */
    public String birthDate() {
        return value("birthDate");
    }

    /** As {@code +1518…}. */
    public String phone() {
        return value("phone");
    }

    public String email() {
        return value("email");
    }

    public String memberId() {
        return value("memberId");
    }

    public String street() {
        return value("street");
    }

    private String value(String name) {
        return Objects.requireNonNull(values.get(name));
    }

    /** The body of {@code POST /v1/patients} that plants them all. */
    public String patient() {
        return """
                {
                  "name": {"given": "%s", "family": "%s"},
                  "birthDate": "%s",
                  "sex": "female",
                  "addresses": [{"use": "home", "line1": "%s", "city": "Albany", "state": "NY", "zip": "12207"}],
                  "phones": [{"use": "mobile", "number": "%s", "preferred": true}],
                  "emails": [{"use": "personal", "address": "%s"}],
                  "coverages": [{"order": "primary", "benefit": "pharmacy", "payer": "Aetna", "memberId": "%s",
                                 "bin": "610502"}]
                }
                """.formatted(given(), family(), birthDate(), street(), phone(), email(), memberId());
    }

    /**
     * One place where a planted value stands.
     *
     * @param value which one, by the name of its property
     * @param form how it is written there, as {@code UTF-8, base64}
     * @param at the place, in bytes
     */
    public record Finding(String value, String form, int at) {}

    /** Every place, in order; empty when nothing has leaked. */
    public List<Finding> in(byte[] bytes) {
        return needles.in(bytes);
    }

    public List<Finding> in(String text) {
        return in(text.getBytes(StandardCharsets.UTF_8));
    }
}
