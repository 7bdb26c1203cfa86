package dev.firstfill.api.claims;

import dev.firstfill.claims.ClaimTrouble;
import dev.firstfill.claims.PayerFailed;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The way to a payer over HTTP. Whatever is not a whole answer with status 200, in time and of a sane size, is none: redirects
 * are not followed, since they would take a member's data elsewhere.
 */
public final class PayerLine implements AutoCloseable {
    /** Some twenty times what the longest answer has. */
    static final int ANSWER_MAX_BYTES = 16 * 1024;

    private static final int CONNECTIONS_MAX = 32;
    private static final int WAITING_MAX = 256;
    private static final int OK = 200;

    private final Vertx vertx;
    private final HttpClient client;
    private final URI url;
    private final Duration answerWithin;

    /** @param answerWithin the whole exchange, from connecting to the answer's last byte */
    public PayerLine(Vertx vertx, URI url, Optional<Path> ca, Duration answerWithin) {
        var options = new HttpClientOptions()
                .setConnectTimeout((int) Duration.ofSeconds(3).toMillis())
                .setMaxWaitQueueSize(WAITING_MAX);
        ca.ifPresent(file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
        this.vertx = vertx;
        this.client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(CONNECTIONS_MAX));
        this.url = url;
        this.answerWithin = answerWithin;
    }

    /** Fails with {@link PayerFailed} when there is no whole answer in time. */
    public Uni<byte[]> ask(byte[] question) {
        var body = Buffer.buffer(question);
        return Uni.createFrom().completionStage(() -> client.request(options())
                .compose(request -> inTime(request, body))
                .recover(PayerLine::failed)
                .map(Buffer::getBytes)
                .toCompletionStage());
    }

    private RequestOptions options() {
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(url.toString())
                .setFollowRedirects(false)
                .putHeader("Content-Type", "application/json")
                .putHeader("Accept", "application/json")
                .setConnectTimeout(Duration.ofSeconds(3).toMillis());
    }

    /** Not the client's own time-out: that one begins anew with every byte. */
    private Future<Buffer> inTime(HttpClientRequest request, Buffer body) {
        Promise<Buffer> answer = Promise.promise();
        long timer = vertx.setTimer(answerWithin.toMillis(), late -> {
            answer.tryFail(new PayerFailed(ClaimTrouble.NO_ANSWER));
            request.reset();
        });
        request.send(body).compose(response -> whole(request, response)).onComplete(done -> {
            vertx.cancelTimer(timer);
            if (done.succeeded()) {
                answer.tryComplete(done.result());
            } else {
                answer.tryFail(done.cause());
            }
        });
        return answer.future();
    }

    private static Future<Buffer> whole(HttpClientRequest request, HttpClientResponse response) {
        Promise<Buffer> read = Promise.promise();
        var body = Buffer.buffer();
        response.exceptionHandler(read::tryFail);
        response.endHandler(end -> read.tryComplete(body));
        response.handler(part -> {
            if (body.length() + part.length() > ANSWER_MAX_BYTES) {
                read.tryFail(new PayerFailed(ClaimTrouble.ANSWER_UNREADABLE));
                request.reset();
            } else {
                body.appendBuffer(part);
            }
        });
        return read.future()
                .compose(whole -> response.statusCode() == OK
                        ? Future.succeededFuture(whole)
                        : Future.failedFuture(new PayerFailed(ClaimTrouble.PAYER_FAILED)));
    }

    private static Future<Buffer> failed(Throwable failure) {
        return Future.failedFuture(
                failure instanceof PayerFailed known ? known : new PayerFailed(ClaimTrouble.NO_ANSWER));
    }

    @Override
    public void close() {
        client.close();
    }
}
