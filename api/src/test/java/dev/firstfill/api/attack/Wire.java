package dev.firstfill.api.attack;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * HTTP by hand, one connection for each request. Every client library is too polite for an attack: it normalises
 * paths, refuses broken headers and adds what is missing.
 */
final class Wire {
    /** Longer than any answer should take, and much shorter than a build. */
    private static final int ANSWER_TIMEOUT_MS = 20_000;

    private static final int CHUNK = 8_192;

    private static final Pattern CONTENT_LENGTH =
            Pattern.compile("^content-length: *([0-9]+)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private Wire() {}

    static Answer send(Request request) {
        var head = head(request);
        request.body().ifPresent(body -> {
            if (!request.headers().containsKey("Content-Length")) {
                head.append("Content-Length: ").append(body.length).append("\r\n");
            }
        });
        return exchange(head.append("\r\n").toString(), request.body().orElse(new byte[0]));
    }

    /** Without saying beforehand how much will come. */
    static Answer sendChunked(Request request) {
        var body = request.body().orElseThrow();
        var chunks = new ByteArrayOutputStream();
        for (int from = 0; from < body.length; from += CHUNK) {
            var chunk = Arrays.copyOfRange(body, from, Math.min(body.length, from + CHUNK));
            chunks.writeBytes((Integer.toHexString(chunk.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            chunks.writeBytes(chunk);
            chunks.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        chunks.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return exchange(
                head(request).append("Transfer-Encoding: chunked\r\n\r\n").toString(), chunks.toByteArray());
    }

    private static StringBuilder head(Request request) {
        var head = new StringBuilder()
                .append(request.verb())
                .append(' ')
                .append(request.target())
                .append(" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        request.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        return head;
    }

    private static Answer exchange(String head, byte[] body) {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(ANSWER_TIMEOUT_MS);
            write(socket, head.getBytes(StandardCharsets.ISO_8859_1), body);
            return parsed(read(socket, head.startsWith("HEAD ")));
        } catch (IOException failure) {
            throw new UncheckedIOException(head.lines().findFirst().orElse(""), failure);
        }
    }

    /** A server that refuses early may hang up before it has all; what it said is there to be read nevertheless. */
    private static void write(Socket socket, byte[] head, byte[] body) throws IOException {
        try {
            socket.getOutputStream().write(head);
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
        } catch (SocketException hungUp) {
            if (socket.isClosed()) {
                throw hungUp;
            }
        }
    }

    /** Up to the end that the answer itself announces: a server may keep the connection open to hear the rest. */
    private static String read(Socket socket, boolean bodiless) throws IOException {
        var received = new ByteArrayOutputStream();
        var part = new byte[CHUNK];
        try {
            int n = 0;
            while (n >= 0 && !isWhole(received.toString(StandardCharsets.ISO_8859_1), bodiless)) {
                n = socket.getInputStream().read(part);
                received.write(part, 0, Math.max(0, n));
            }
        } catch (SocketException hungUp) {
            if (received.size() == 0) {
                throw hungUp;
            }
        }
        return received.toString(StandardCharsets.UTF_8);
    }

    private static boolean isWhole(String received, boolean bodiless) {
        int end = received.indexOf("\r\n\r\n");
        if (end < 0 || bodiless) {
            return end >= 0;
        }
        var length = CONTENT_LENGTH.matcher(received.substring(0, end));
        return length.find() && received.length() - end - 4 >= Integer.parseInt(length.group(1));
    }

    private static Answer parsed(String text) {
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new AssertionError("No HTTP answer: " + text);
        }
        var lines = text.substring(0, end).split("\r\n");
        var headers = new HashMap<String, String>();
        Arrays.stream(lines).skip(1).forEach(line -> {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        });
        var body = text.substring(end + 4);
        int status = Integer.parseInt(lines[0].split(" ")[1]);
        return new Answer(status, Map.copyOf(headers), isChunked(headers) ? joined(body) : body);
    }

    private static boolean isChunked(Map<String, String> headers) {
        return "chunked".equalsIgnoreCase(headers.get("transfer-encoding"));
    }

    private static String joined(String chunks) {
        var bytes = chunks.getBytes(StandardCharsets.UTF_8);
        var joined = new ByteArrayOutputStream();
        int at = 0;
        while (at < bytes.length) {
            int line = at;
            while (bytes[line] != '\r') {
                line++;
            }
            int size = Integer.parseInt(new String(bytes, at, line - at, StandardCharsets.US_ASCII), 16);
            joined.write(bytes, line + 2, size);
            at = size == 0 ? bytes.length : line + 2 + size + 2;
        }
        return joined.toString(StandardCharsets.UTF_8);
    }
}
