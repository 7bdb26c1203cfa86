package dev.firstfill.api.testing;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** The ways in which programs wrap one spelling into bytes. */
final class Encodings {
    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.ISO_8859_1);

    private static final int BITS_PER_BYTE = 8;
    private static final int BITS_PER_BASE64_LETTER = 6;

    private Encodings() {}

    static Map<String, byte[]> of(String text) {
        var forms = new LinkedHashMap<String, byte[]>();
        for (var charset : CHARSETS) {
            if (charset.newEncoder().canEncode(text)) {
                addWrapped(forms, charset.name(), text.getBytes(charset));
            }
        }
        forms.put("query string", ascii(URLEncoder.encode(text, StandardCharsets.UTF_8)));
        forms.put("path", ascii(URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20")));
        forms.put("JSON, ASCII only", ascii(escaped(text, letter -> letter < 0x80)));
        forms.put("JSON, all escaped", ascii(escaped(text, letter -> false)));
        return forms;
    }

    private static void addWrapped(Map<String, byte[]> forms, String charset, byte[] bytes) {
        forms.put(charset, bytes);
        forms.put(charset + ", hexadecimal", ascii(HexFormat.of().formatHex(bytes)));
        forms.put(
                charset + ", percent-encoded",
                ascii(HexFormat.of().withPrefix("%").formatHex(bytes)));
        for (int offset = 0; offset < 3; offset++) {
            var letters = base64(bytes, offset);
            forms.put(charset + ", base64 at " + offset, ascii(letters));
            forms.put(
                    charset + ", base64url at " + offset,
                    ascii(letters.replace('+', '-').replace('/', '_')));
        }
    }

    /** Only the letters that do not depend on what stands before and after in the same encoded text. */
    private static String base64(byte[] bytes, int offset) {
        var shifted = new byte[offset + bytes.length];
        System.arraycopy(bytes, 0, shifted, offset, bytes.length);
        int first = Math.ceilDiv(offset * BITS_PER_BYTE, BITS_PER_BASE64_LETTER);
        int end = shifted.length * BITS_PER_BYTE / BITS_PER_BASE64_LETTER;
        return Base64.getEncoder().encodeToString(shifted).substring(first, end);
    }

    private static String escaped(String text, IntPredicate plain) {
        return text.chars()
                .mapToObj(unit -> plain.test(unit) ? String.valueOf((char) unit) : "\\u%04x".formatted(unit))
                .collect(Collectors.joining());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
