package dev.firstfill.tenancy.audit;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Sends each checkpoint's digest to an address: {@code POST {"digest": "<64 hexadecimal digits>"}}, one after the
 * other. It tells nothing else: which pharmacy, how many records, is not the witness's business. A witness that does
 * not answer with success is asked again, more and more seldom; when too many wait, the oldest are left out, since
 * every checkpoint covers those before it.
 */
public final class HttpAnchor implements Anchor {
    static final int WAITING_MAX = 1_000;

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final Duration RETRY_LAST = Duration.ofMinutes(5);
    private static final int SUCCESS = 2;

    private final Vertx vertx;
    private final HttpClient http;
    private final RequestOptions address;
    private final Duration retryFirst;
    private final MeterRegistry meters;
    private final Deque<String> waiting = new ArrayDeque<>();
    private @Nullable String underWay;
    private int failures;

    public HttpAnchor(Vertx vertx, URI address, MeterRegistry meters) {
        this(vertx, address, Duration.ofSeconds(1), meters);
    }

    HttpAnchor(Vertx vertx, URI address, Duration retryFirst, MeterRegistry meters) {
        this.vertx = vertx;
        this.retryFirst = retryFirst;
        this.meters = meters;
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) ANSWER_WITHIN.toMillis())
                .setMaxPoolSize(1));
        this.address = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(address.toString())
                .setTimeout(ANSWER_WITHIN.toMillis())
                .putHeader("Content-Type", "application/json");
    }

    @Override
    public void tell(Checkpoint checkpoint) {
        synchronized (this) {
            if (waiting.size() == WAITING_MAX) {
                waiting.poll();
                meters.counter("firstfill.ledger.anchor", "outcome", "left-out").increment();
            }
            waiting.add(HexFormat.of().formatHex(checkpoint.digest()));
        }
        sendNext();
    }

    private void sendNext() {
        String digest;
        synchronized (this) {
            if (underWay != null || waiting.isEmpty()) {
                return;
            }
            digest = waiting.poll();
            underWay = digest;
        }
        send(digest);
    }

    private void send(String digest) {
        var body = new JsonObject().put("digest", digest).toBuffer();
        http.request(address)
                .compose(request -> request.send(body))
                .map(HttpAnchor::mustBeSuccess)
                .onSuccess(witnessed -> witnessed())
                .onFailure(failure -> again(digest, failure));
    }

    private static HttpClientResponse mustBeSuccess(HttpClientResponse answer) {
        if (answer.statusCode() / 100 != SUCCESS) {
            throw new IllegalStateException("The witness answered " + answer.statusCode());
        }
        return answer;
    }

    private void witnessed() {
        meters.counter("firstfill.ledger.anchor", "outcome", "witnessed").increment();
        synchronized (this) {
            underWay = null;
            failures = 0;
        }
        sendNext();
    }

    private void again(String digest, Throwable failure) {
        meters.counter("firstfill.ledger.anchor", "outcome", "failed").increment();
        long delayMs;
        synchronized (this) {
            // Said once per outage, not once per try.
            if (failures++ == 0) {
                Log.warnf("The witness of checkpoints cannot be told: %s", failure.toString());
            }
            var doublings = Math.min(failures - 1, Integer.SIZE - 2);
            delayMs = Math.min(RETRY_LAST.toMillis(), retryFirst.toMillis() << Math.min(doublings, 20));
        }
        vertx.setTimer(Math.max(1, delayMs), timer -> send(digest));
    }
}
