package dev.firstfill.api.attack;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Bodies that are no JSON object, or not one that may be read, by what is wrong with them. */
final class BrokenText {
    private BrokenText() {}

    /** @param good a body that would be taken */
    static Map<String, byte[]> of(String good) {
        var inside = good.substring(1, good.length() - 1);
        var broken = new LinkedHashMap<String, byte[]>();
        text(broken, "nothing", "");
        text(broken, "blanks", "  \n ");
        text(broken, "null", "null");
        text(broken, "a list", "[" + good + "]");
        text(broken, "a text", "\"" + Refused.MARK + "\"");
        text(broken, "a number", "7");
        text(broken, "a switch", "true");
        text(broken, "no JSON", Refused.MARK);
        text(broken, "no end", good.substring(0, good.length() - 1));
        text(broken, "something after the end", good + Refused.MARK);
        text(broken, "a second document", good + good);
        text(broken, "a comma too many", "{" + inside + ",}");
        text(broken, "single quotes", "{'a': 'b'}");
        text(broken, "a comment", "{/* " + Refused.MARK + " */" + inside + "}");
        text(broken, "NaN", "{\"unexpected\": NaN, " + inside + "}");
        text(broken, "a key twice", "{" + inside + ", " + inside + "}");
        text(broken, "a number with zeros before it", "{\"unexpected\": 007, " + inside + "}");
        text(broken, "a huge number", "{\"unexpected\": " + "9".repeat(2_000) + ", " + inside + "}");
        text(broken, "a huge exponent", "{\"unexpected\": 1e99999999999, " + inside + "}");
        text(broken, "deep lists", "{\"unexpected\": " + "[".repeat(20_000) + "]".repeat(20_000) + ", " + inside + "}");
        text(broken, "deep objects", "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000));
        text(broken, "a long key", "{\"" + Refused.MARK.repeat(20_000) + "\": 1, " + inside + "}");
        text(broken, "a NUL between", "{\u0000" + inside + "}");
        text(broken, "a byte order mark", "\ufeff" + good);
        encodings(broken, good, inside);
        return broken;
    }

    private static void encodings(Map<String, byte[]> broken, String good, String inside) {
        broken.put("UTF-16", good.getBytes(StandardCharsets.UTF_16));
        broken.put("UTF-16 without mark", good.getBytes(StandardCharsets.UTF_16LE));
        broken.put("UTF-32", good.getBytes(Charset.forName("UTF-32BE")));
        broken.put("half of UTF-32", new byte[] {0, 0, 0, '{', 0, 0});
        broken.put("no UTF-32 character", new byte[] {0, 0, 0, '{', 0x7f, 0x7f, 0x7f, 0x7f});
        var start = "{\"unexpected\": \"";
        broken.put("a lone continuation byte", around(start, new byte[] {(byte) 0x80}, "\", " + inside + "}"));
        broken.put("an overlong NUL", around(start, new byte[] {(byte) 0xc0, (byte) 0x80}, "\", " + inside + "}"));
        broken.put(
                "half a character in UTF-8",
                around(start, new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}, "\", " + inside + "}"));
        broken.put(
                "beyond Unicode",
                around(start, new byte[] {(byte) 0xf5, (byte) 0x80, (byte) 0x80, (byte) 0x80}, "\", " + inside + "}"));
    }

    private static byte[] around(String before, byte[] bytes, String after) {
        var first = before.getBytes(StandardCharsets.US_ASCII);
        var last = after.getBytes(StandardCharsets.UTF_8);
        return java.nio.ByteBuffer.allocate(first.length + bytes.length + last.length)
                .put(first)
                .put(bytes)
                .put(last)
                .array();
    }

    private static void text(Map<String, byte[]> broken, String what, String body) {
        broken.put(what, body.getBytes(StandardCharsets.UTF_8));
    }
}
