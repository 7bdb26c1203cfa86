package dev.firstfill.api.transport;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.HexFormat;

/**
 * The first words of a TLS client, by hand: Java's own clients no longer speak the versions that must be refused.
 * RFC 5246, section 7.4.1.2.
 */
record ClientHello(byte[] record) {
    /** The beginning of a record that holds a handshake. */
    static final String SERVER_HELLO = "handshake";

    /** Fatal, 70: RFC 5246, section 7.2. */
    static final String PROTOCOL_VERSION_ALERT = "alert 0246";

    private static final int HANDSHAKE = 0x16;
    private static final int ALERT = 0x15;
    private static final int LEGACY_RECORD_VERSION = 0x0301;
    private static final int ANSWER_MAX_MS = 10_000;

    /** ECDSA with AES: one suite that came with TLS 1.2, and two that are older. */
    private static final String SUITES = "0006" + "c02b" + "c009" + "c00a";

    private static final String NO_COMPRESSION = "0100";

    /** Curve P-256, uncompressed points, and ECDSA with SHA-256 or SHA-1. */
    private static final String EXTENSIONS = "000a00040002" + "0017" + "000b00020100" + "000d00060004" + "04030203";

    static ClientHello of(int version) throws IOException {
        var body = new ByteArrayOutputStream();
        var hello = new DataOutputStream(body);
        hello.writeShort(version);
        hello.write(new byte[32]); // Its random numbers; nobody will make keys of them.
        hello.writeByte(0);
        hello.write(HexFormat.of().parseHex(SUITES + NO_COMPRESSION));
        hello.writeShort(EXTENSIONS.length() / 2);
        hello.write(HexFormat.of().parseHex(EXTENSIONS));

        var bytes = new ByteArrayOutputStream();
        var record = new DataOutputStream(bytes);
        record.writeByte(HANDSHAKE);
        record.writeShort(LEGACY_RECORD_VERSION);
        record.writeShort(body.size() + 4);
        record.writeInt(1 << 24 | body.size());
        body.writeTo(record);
        return new ClientHello(bytes.toByteArray());
    }

    String answerFrom(int port) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(ANSWER_MAX_MS);
            socket.getOutputStream().write(record);
            var head = socket.getInputStream().readNBytes(7);
            return switch (head[0]) {
                case HANDSHAKE -> SERVER_HELLO;
                case ALERT -> "alert " + HexFormat.of().formatHex(head, 5, 7);
                default -> "record of type " + head[0];
            };
        }
    }
}
