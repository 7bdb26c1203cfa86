package dev.firstfill.api.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.Tokens;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Many people of many pharmacies at once. Whatever a pharmacy writes holds its mark, and every answer is looked
 * through for marks: whichever is not the asker's own is a leak.
 */
final class HttpStorm implements AutoCloseable {
    private static final Pattern MARK = Pattern.compile("zq[a-z]{2}qz");
    private static final int LETTERS = 26;

    /** The first hang up before they are served, the last when their answer may be on its way. */
    private static final int HANGS_UP_WITHIN_MS = 60;

    private static final Role[] ALL = {Role.PHARMACY_MANAGER, Role.DISPENSING_PHARMACIST, Role.TENANT_ADMINISTRATOR};

    /** More than a machine needs on which a hundred other things are going on. */
    private static final int ASKS_MAX = 20;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final List<Tenant> tenants;

    HttpStorm(int port, int atOnce, List<Tenant> tenants) {
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setDefaultHost("127.0.0.1").setDefaultPort(port),
                new PoolOptions().setHttp1MaxSize(atOnce));
        this.tenants = tenants;
    }

    /** What came of one request; {@code status} is 0 for those who hung up. */
    record Answer(int status, String body) {}

    String markOf(Tenant tenant) {
        int number = tenants.indexOf(tenant);
        return "zq%c%cqz".formatted('a' + number / LETTERS, 'a' + number % LETTERS);
    }

    /** @return what the asker should not have seen */
    List<String> foreignIn(Answer answer, Tenant asker) {
        return MARK.matcher(answer.body())
                .results()
                .map(found -> found.group())
                .filter(mark -> !mark.equals(markOf(asker)))
                .toList();
    }

    /**
     * Whoever is told that the database is busy asks again, as the answer says: how many of so many have a turn in time is
     * a matter of the machine.
     */
    Future<Answer> send(Tenant tenant, HttpMethod method, String path, String body, Map<String, String> headers) {
        return send(ASKS_MAX, tenant, method, path, body, headers);
    }

    private Future<Answer> send(
            int asks, Tenant tenant, HttpMethod method, String path, String body, Map<String, String> headers) {
        return sendOnce(tenant, method, path, body, headers)
                .compose(answer -> asks > 1
                                && foundBusy(answer)
                                && foreignIn(answer, tenant).isEmpty()
                        ? send(asks - 1, tenant, method, path, body, headers)
                        : Future.succeededFuture(answer));
    }

    private static boolean foundBusy(Answer answer) {
        return answer.status() == 503 && answer.body().contains("\"code\":\"database-busy\"");
    }

    Future<Answer> sendOnce(Tenant tenant, HttpMethod method, String path, String body, Map<String, String> headers) {
        return request(tenant, method, path, headers)
                .compose(request -> request.send(Buffer.buffer(body)))
                .compose(response -> response.body().map(read -> new Answer(response.statusCode(), read.toString())));
    }

    Future<Answer> get(Tenant tenant, String path) {
        return send(tenant, HttpMethod.GET, path, "", Map.of());
    }

    Future<Answer> post(Tenant tenant, String path, String body) {
        return send(tenant, HttpMethod.POST, path, body, Map.of());
    }

    /** Sends, and breaks the connection off while the server works. */
    Future<Answer> hangUp(Tenant tenant, HttpMethod method, String path, String body, Random random) {
        int patienceMs = 1 + random.nextInt(HANGS_UP_WITHIN_MS);
        return request(tenant, method, path, Map.of()).compose(request -> {
            var gone = Promise.<Answer>promise();
            request.send(Buffer.buffer(body));
            vertx.setTimer(patienceMs, timer -> {
                request.reset();
                gone.complete(new Answer(0, ""));
            });
            return gone.future();
        });
    }

    private Future<HttpClientRequest> request(
            Tenant tenant, HttpMethod method, String path, Map<String, String> headers) {
        var token = tokens.computeIfAbsent(tenant.slug(), slug -> Tokens.of(tenant, ALL));
        var options = new RequestOptions()
                .setMethod(method)
                .setURI(path)
                .putHeader("Authorization", "Bearer " + token)
                .putHeader("Content-Type", "application/json");
        headers.forEach(options::putHeader);
        return client.request(options);
    }

    @Override
    public void close() {
        assertThat(vertx.close().toCompletionStage().toCompletableFuture()).succeedsWithin(Duration.ofSeconds(10));
    }
}
