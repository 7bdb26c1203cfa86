package dev.firstfill.inventory;

import dev.firstfill.identifiers.Ndc;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the two-dimensional bar code of a package says (GS1 General Specifications): (01) GTIN, (17) expiry, (10) lot,
 * (21) serial. Read as scanners send it, with FNC1 as the character GS and perhaps the symbology ]d2 in front, or as it
 * is printed beside the code, with the identifiers in parentheses.
 *
 * @param expiresOn the last day of use; of the month, when the day is 00
 */
record Gs1Label(
        String gtin,
        @Nullable LocalDate expiresOn,
        @Nullable String lotNumber,
        @Nullable String serial) {

    private static final char GS = '\u001d';
    private static final Pattern SYMBOLOGY = Pattern.compile("^\\][dQCe][0-9]");
    private static final Pattern PRINTED = Pattern.compile("\\((01|10|17|21)\\)([^(]+)");

    /** The 82 characters that lot and serial numbers are made of (GS1 General Specifications, figure 7.11-1). */
    private static final Pattern TEXT = Pattern.compile("[!\"%&'()*+,\\-./0-9:;<=>?A-Z_a-z]{1,20}");

    private static final Pattern GTIN = Pattern.compile("[0-9]{14}");
    private static final Pattern DATE = Pattern.compile("[0-9]{6}");

    /** Of a drug sold in the US, by the single package: then the NDC's ten digits follow, and a check digit. */
    private static final String US_DRUG = "003";

    /** What was scanned cannot be read. The message explains the rule, never the value. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message, null, false, false);
        }
    }

    /** @param today decides the century: a two-digit year is never more than 50 years away */
    static Gs1Label read(String scanned, LocalDate today) {
        var code = SYMBOLOGY.matcher(scanned.strip()).replaceFirst("");
        var elements = code.startsWith("(") ? printed(code) : transmitted(code);
        var gtin = elements.get("01");
        if (gtin == null) {
            throw new Unreadable("The bar code lacks the GTIN, (01).");
        }
        var date = elements.get("17");
        return new Gs1Label(
                checked(gtin), date == null ? null : day(date, today), elements.get("10"), elements.get("21"));
    }

    private static Map<String, String> printed(String code) {
        var elements = new LinkedHashMap<String, String>();
        var matcher = PRINTED.matcher(code);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            put(elements, matcher.group(1), matcher.group(2));
            end = matcher.end();
        }
        if (end != code.length()) {
            throw unknown();
        }
        return elements;
    }

    private static Map<String, String> transmitted(String code) {
        var elements = new LinkedHashMap<String, String>();
        int at = code.startsWith(String.valueOf(GS)) ? 1 : 0;
        while (at < code.length()) {
            var identifier = code.substring(at, Math.min(at + 2, code.length()));
            int begin = at + 2;
            int end =
                    switch (identifier) {
                        case "01" -> begin + 14;
                        case "17" -> begin + 6;
                        case "10", "21" -> endOfText(code, begin);
                        default -> throw unknown();
                    };
            if (end > code.length()) {
                throw new Unreadable("The bar code ends in the middle of an element.");
            }
            put(elements, identifier, code.substring(begin, end));
            at = end < code.length() && code.charAt(end) == GS ? end + 1 : end;
        }
        return elements;
    }

    private static int endOfText(String code, int begin) {
        int separator = code.indexOf(GS, begin);
        return separator < 0 ? code.length() : separator;
    }

    private static void put(Map<String, String> elements, String identifier, String value) {
        boolean formed =
                switch (identifier) {
                    case "01" -> GTIN.matcher(value).matches();
                    case "17" -> DATE.matcher(value).matches();
                    default -> TEXT.matcher(value).matches();
                };
        if (!formed) {
            throw new Unreadable("The element (%s) of the bar code is malformed.".formatted(identifier));
        }
        if (elements.put(identifier, value) != null) {
            throw new Unreadable("The element (%s) stands twice in the bar code.".formatted(identifier));
        }
    }

    private static String checked(String gtin) {
        int sum = 0;
        for (int i = 0; i < gtin.length() - 1; i++) {
            sum += (gtin.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        if ((10 - sum % 10) % 10 != gtin.charAt(gtin.length() - 1) - '0') {
            throw new Unreadable("The GTIN's check digit does not fit: a digit is wrong.");
        }
        return gtin;
    }

    private static LocalDate day(String date, LocalDate today) {
        int year = year(Integer.parseInt(date.substring(0, 2)), today.getYear());
        int day = Integer.parseInt(date.substring(4));
        try {
            var month = YearMonth.of(year, Integer.parseInt(date.substring(2, 4)));
            return day == 0 ? month.atEndOfMonth() : month.atDay(day);
        } catch (DateTimeException noSuchDay) {
            throw new Unreadable("The expiry in the bar code is no date.");
        }
    }

    /** GS1 General Specifications, 7.12. */
    private static int year(int twoDigits, int present) {
        int century = present - present % 100;
        int distance = twoDigits - present % 100;
        return century + twoDigits + (distance >= 51 ? -100 : distance <= -50 ? 100 : 0);
    }

    /**
     * The packages it may stand for: the ten digits inside do not say how labeler, product and package divide them.
     *
     * @throws Unreadable when there is no NDC inside
     */
    List<Ndc> ndcs() {
        if (!gtin.startsWith(US_DRUG)) {
            throw new Unreadable("The GTIN holds no NDC: scan the single package, or type its NDC.");
        }
        var ten = gtin.substring(3, 13);
        return List.of(
                Ndc.parse(ten.substring(0, 4) + "-" + ten.substring(4, 8) + "-" + ten.substring(8)),
                Ndc.parse(ten.substring(0, 5) + "-" + ten.substring(5, 8) + "-" + ten.substring(8)),
                Ndc.parse(ten.substring(0, 5) + "-" + ten.substring(5, 9) + "-" + ten.substring(9)));
    }

    private static Unreadable unknown() {
        return new Unreadable("The bar code holds something else than (01), (10), (17) and (21).");
    }
}
