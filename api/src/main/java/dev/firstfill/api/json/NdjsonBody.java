package dev.firstfill.api.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A body of many documents, one a line, not yet read: each may be wrong by itself. The contract describes one of them.
 *
 * @param lines without those that are blank
 */
public record NdjsonBody<T>(List<byte[]> lines) {
    public NdjsonBody {
        lines = List.copyOf(lines);
    }

    static <T> NdjsonBody<T> of(byte[] body) {
        var lines = new ArrayList<byte[]>();
        int begin = 0;
        for (int end = 0; end <= body.length; end++) {
            if (end == body.length || body[end] == '\n') {
                var line = Arrays.copyOfRange(body, begin, end);
                if (!isBlank(line)) {
                    lines.add(line);
                }
                begin = end + 1;
            }
        }
        return new NdjsonBody<>(lines);
    }

    private static boolean isBlank(byte[] line) {
        for (byte character : line) {
            if (character != ' ' && character != '\t' && character != '\r') {
                return false;
            }
        }
        return true;
    }
}
