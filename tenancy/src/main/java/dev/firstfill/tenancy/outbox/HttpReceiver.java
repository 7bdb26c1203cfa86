package dev.firstfill.tenancy.outbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;

/**
 * Tells a receiver over HTTP: the event as a CloudEvent in JSON, signed as Standard Webhooks has it. Whoever answers
 * 2xx has taken it.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md">CloudEvents</a>
 * @see <a href="https://www.standardwebhooks.com/">Standard Webhooks</a>
 */
public final class HttpReceiver implements Receiver, AutoCloseable {
    /** A receiver takes an event and works on it afterwards. Shorter than the lease, or two would tell at once. */
    static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

    private static final int CONNECTIONS_MAX = 16;
    private static final int WAITING_MAX = 256;
    private static final int OK = 200;
    private static final int MULTIPLE_CHOICES = 300;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client;
    private final URI url;
    private final WebhookSignature signature;
    private final Clock clock;

    public HttpReceiver(Vertx vertx, URI url, WebhookSignature signature, Clock clock) {
        var options = new HttpClientOptions()
                .setConnectTimeout((int) Duration.ofSeconds(3).toMillis())
                .setMaxWaitQueueSize(WAITING_MAX);
        this.client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(CONNECTIONS_MAX));
        this.url = url;
        this.signature = signature;
        this.clock = clock;
    }

    @Override
    public Uni<Void> deliver(Tenant tenant, OutboxEvent event) {
        return Uni.createFrom().completionStage(() -> client.request(options())
                .compose(request -> tell(request, tenant, event))
                .toCompletionStage());
    }

    private RequestOptions options() {
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(url.toString())
                .setFollowRedirects(false)
                .setTimeout(ANSWER_WITHIN.toMillis());
    }

    private Future<Void> tell(HttpClientRequest request, Tenant tenant, OutboxEvent event) {
        var body = cloudEvent(tenant, event);
        long seconds = clock.instant().getEpochSecond();
        request.putHeader("Content-Type", "application/cloudevents+json; charset=utf-8")
                .putHeader("webhook-id", event.id().toString())
                .putHeader("webhook-timestamp", Long.toString(seconds))
                .putHeader("webhook-signature", signature.of(event.id().toString(), seconds, body));
        return request.send(Buffer.buffer(body))
                .compose(response -> response.statusCode() >= OK && response.statusCode() < MULTIPLE_CHOICES
                        ? response.end()
                        : Future.failedFuture(new NotTaken("HTTP " + response.statusCode())));
    }

    private static byte[] cloudEvent(Tenant tenant, OutboxEvent event) {
        var envelope = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", event.id().toString())
                .put("source", "/pharmacies/" + tenant.slug())
                .put("type", event.type())
                .put("subject", event.subject() + "/" + event.subjectId())
                .put("time", event.at().toString())
                .put("datacontenttype", "application/json");
        envelope.putObject("data").put("id", event.subjectId().toString()).put("version", event.version());
        return envelope.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
