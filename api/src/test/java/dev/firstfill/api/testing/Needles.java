package dev.firstfill.api.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All forms of all planted values, looked for in one walk through the bytes: a dump has hundreds of millions. Letters
 * of ASCII match in either case, save in base64, where case is the content.
 */
final class Needles {
    /** The shortest form, a birth date's eight digits, is longer; so few needles share a beginning. */
    private static final int PREFIX = 4;

    private final Map<Integer, List<Needle>> byPrefix;
    private final boolean[] begins = new boolean[1 << 16];

    private Needles(Map<Integer, List<Needle>> byPrefix) {
        this.byPrefix = byPrefix;
        byPrefix.keySet().forEach(prefix -> begins[prefix >>> 16] = true);
    }

    private record Needle(String value, String form, byte[] bytes, boolean caseMatters) {

        boolean isAt(int at, byte[] bytes, byte[] lower) {
            if (at + this.bytes.length > bytes.length) {
                return false;
            }
            var read = caseMatters ? bytes : lower;
            for (int i = 0; i < this.bytes.length; i++) {
                if (read[at + i] != this.bytes[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    static Needles of(Map<String, String> values) {
        var distinct = new LinkedHashMap<String, Needle>();
        values.forEach((name, value) -> Spellings.of(name, value)
                .forEach(spelling -> Encodings.of(spelling).forEach((form, bytes) -> {
                    boolean caseMatters = form.contains("base64");
                    var needle = new Needle(name, form, caseMatters ? bytes : lowered(bytes), caseMatters);
                    var key = caseMatters + new String(needle.bytes(), StandardCharsets.ISO_8859_1);
                    distinct.putIfAbsent(key, needle);
                })));
        var byPrefix = new HashMap<Integer, List<Needle>>();
        distinct.values().forEach(needle -> byPrefix.computeIfAbsent(
                        prefix(lowered(needle.bytes()), 0), prefix -> new ArrayList<>())
                .add(needle));
        return new Needles(byPrefix);
    }

    List<Canaries.Finding> in(byte[] bytes) {
        var lower = lowered(bytes);
        var findings = new ArrayList<Canaries.Finding>();
        for (int at = 0; at + PREFIX <= lower.length; at++) {
            int prefix = prefix(lower, at);
            if (begins[prefix >>> 16]) {
                for (var needle : byPrefix.getOrDefault(prefix, List.of())) {
                    if (needle.isAt(at, bytes, lower)) {
                        findings.add(new Canaries.Finding(needle.value(), needle.form(), at));
                    }
                }
            }
        }
        return List.copyOf(findings);
    }

    private static int prefix(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 24
                | (bytes[at + 1] & 0xff) << 16
                | (bytes[at + 2] & 0xff) << 8
                | bytes[at + 3] & 0xff;
    }

    private static byte[] lowered(byte[] bytes) {
        var lower = bytes.clone();
        for (int i = 0; i < lower.length; i++) {
            if (lower[i] >= 'A' && lower[i] <= 'Z') {
                lower[i] += 'a' - 'A';
            }
        }
        return lower;
    }
}
