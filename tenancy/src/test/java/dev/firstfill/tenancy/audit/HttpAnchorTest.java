package dev.firstfill.tenancy.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.firstfill.tenancy.OnePlatform;
import dev.firstfill.tenancy.catalogue.TenantId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HttpAnchorTest {
    private final ConcurrentLinkedQueue<String> witnessed = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final HttpServer witness = witness();
    private final Anchor anchor = new HttpAnchor(
            OnePlatform.vertx().getDelegate(),
            URI.create("http://127.0.0.1:%d/checkpoints"
                    .formatted(witness.getAddress().getPort())),
            Duration.ofMillis(1),
            new SimpleMeterRegistry());

    @AfterEach
    void stop() {
        witness.stop(0);
    }

    @Test
    void the_witness_is_told_the_digest_and_nothing_else() {
        var checkpoint = checkpoint(1);

        anchor.tell(checkpoint);

        OnePlatform.awaitUntil(() -> !witnessed.isEmpty());
        assertThat(witnessed)
                .containsExactly(new JsonObject()
                        .put("digest", HexFormat.of().formatHex(checkpoint.digest()))
                        .encode());
    }

    @Test
    void a_witness_that_fails_is_told_again_and_all_in_their_order() {
        refusals.set(3);

        anchor.tell(checkpoint(1));
        anchor.tell(checkpoint(2));

        OnePlatform.awaitUntil(() -> witnessed.size() == 2);
        assertThat(witnessed)
                .extracting(body -> new JsonObject(body).getString("digest"))
                .containsExactly(
                        HexFormat.of().formatHex(checkpoint(1).digest()),
                        HexFormat.of().formatHex(checkpoint(2).digest()));
    }

    private static final TenantId NORTHGATE = TenantId.create();

    private static Checkpoint checkpoint(long seq) {
        return new Checkpoint(NORTHGATE, seq, new byte[32], Instant.EPOCH, null, new byte[64]);
    }

    private HttpServer witness() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/checkpoints", exchange -> {
                var body =
                        new String(exchange.getRequestBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                boolean refused = refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
                if (!refused) {
                    witnessed.add(body);
                }
                exchange.sendResponseHeaders(refused ? 500 : 204, -1);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
