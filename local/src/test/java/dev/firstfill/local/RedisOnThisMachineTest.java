package dev.firstfill.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RedisOnThisMachineTest {

    private Path root;
    private LocalStack stack;

    @BeforeEach
    void start() throws IOException {
        root = OtherRoot.make();
        stack = LocalStack.of(new Instance(root, "trial"))
                .with(EnumSet.of(Server.REDIS))
                .start();
    }

    @AfterEach
    void stop() throws IOException {
        stack.close();
        Tree.delete(root);
    }

    @Test
    void it_serves_whoever_knows_its_password() throws IOException {
        var password = address().getUserInfo().substring(1);

        assertThat(answerTo("AUTH " + password, "SET a 1", "GET a")).isEqualTo("+OK\r\n+OK\r\n$1\r\n1\r\n+OK\r\n");
    }

    @Test
    void it_serves_nobody_else() throws IOException {
        assertThat(answerTo("GET a")).startsWith("-NOAUTH Authentication required.");
    }

    private URI address() {
        return URI.create(stack.environment().get("FIRSTFILL_REDIS_URL"));
    }

    private String answerTo(String... commands) throws IOException {
        try (var socket = new Socket(address().getHost(), address().getPort())) {
            var text = String.join("\r\n", commands) + "\r\nQUIT\r\n";
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
