package dev.firstfill.local.payer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A payer that listens to this machine alone and speaks the language of {@code docs/claims.md} and
 * {@code docs/prior-authorisations.md}. It pays and approves, unless the member's id begins with the name of another
 * {@link Conduct} or somebody has given it a script; whatever it does, it does once for each reference, and it has books
 * to show for it. Nothing in it is left to chance.
 *
 * <pre>
 * POST /claims   a claim or its reversal, a request for prior authorisation or an appeal
 * POST /script   {"member": "W123456789", "ndc": "00074055402", "conduct": ["fails", "pays"]}: for the next requests of
 *                the member, one after the other, and then as before; the NDC may be left out. With
 *                "always": "denies" it meets the member so from then on, whatever the member's id says
 * GET  /books    what money it moved
 * GET  /questions   what it was asked, in order
 * </pre>
 */
public final class PayerSimulator implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HOST = "127.0.0.1";
    private static final Duration DAWDLING = Duration.ofMillis(250);
    private static final Duration HANGING_MAX = Duration.ofMinutes(2);
    private static final Duration DRIP = Duration.ofMillis(100);
    private static final int DRIPS_MAX = 600;
    private static final int FLOOD_BYTES = 1024 * 1024;
    private static final int OK = 200;

    private final Books books = new Books();
    private final Map<String, Deque<Conduct>> scripts = new ConcurrentHashMap<>();
    private final Map<String, Conduct> always = new ConcurrentHashMap<>();
    private final List<JsonNode> questions = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    private PayerSimulator(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(HOST, port), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.createContext("/claims", exchange -> meet(exchange));
        server.createContext("/script", exchange -> learn(exchange));
        server.createContext("/books", exchange -> reply(exchange, OK, JSON.writeValueAsBytes(books.movements())));
        server.createContext("/questions", exchange -> reply(exchange, OK, JSON.writeValueAsBytes(questions)));
        server.setExecutor(threads);
        server.start();
    }

    /** @param port 0 for any that is free */
    public static PayerSimulator listeningOn(int port) {
        return new PayerSimulator(port);
    }

    public URI url() {
        return URI.create(
                "http://%s:%d/claims".formatted(HOST, server.getAddress().getPort()));
    }

    /** How it meets the member's next requests, one after the other. */
    public void willMeet(String member, Conduct... conduct) {
        script(member, "").addAll(Arrays.asList(conduct));
    }

    /** What it was asked of the member so far, in order. */
    public List<JsonNode> questionsOf(String member) {
        return questions.stream()
                .filter(question -> question.path("cardholderId").asText().equals(member))
                .toList();
    }

    public List<JsonNode> questions() {
        return List.copyOf(questions);
    }

    /** The money that it moved for a claim. */
    public List<Movement> movementsOf(String reference) {
        return movements().stream()
                .filter(movement -> movement.reference().equals(reference))
                .toList();
    }

    public List<Movement> movements() {
        return books.movements();
    }

    private void learn(HttpExchange exchange) throws IOException {
        try {
            var wish = JSON.readTree(exchange.getRequestBody());
            var script = script(wish.path("member").asText(), wish.path("ndc").asText(""));
            for (var name : wish.path("conduct")) {
                script.add(Conduct.named(name.asText()));
            }
            if (wish.has("always")) {
                always.put(
                        wish.path("member").asText(),
                        Conduct.named(wish.path("always").asText()));
            }
            reply(exchange, 204, new byte[0]);
        } catch (IllegalArgumentException | com.fasterxml.jackson.core.JsonProcessingException unknown) {
            reply(exchange, 400, "That is no script.".getBytes(StandardCharsets.UTF_8));
        }
    }

    private Deque<Conduct> script(String member, String ndc) {
        return scripts.computeIfAbsent(member + "/" + ndc, key -> new java.util.concurrent.LinkedBlockingDeque<>());
    }

    private Conduct conductTo(JsonNode question) {
        var member = question.path("cardholderId").asText();
        for (var script : List.of(script(member, question.path("productId").asText()), script(member, ""))) {
            var next = script.poll();
            if (next != null) {
                return next;
            }
        }
        var standing = always.get(member);
        if (standing != null) {
            return standing;
        }
        return question.path("transactionCode").asText().startsWith("PA")
                ? Conduct.ofPatient(member)
                : Conduct.ofMember(member);
    }

    private void meet(HttpExchange exchange) throws IOException {
        var question = JSON.readTree(exchange.getRequestBody());
        questions.add(question);
        var conduct = conductTo(question);
        switch (conduct) {
            case LOSES -> exchange.close();
            case FAILS -> reply(exchange, 500, "{}".getBytes(StandardCharsets.UTF_8));
            case REDIRECTS -> {
                exchange.getResponseHeaders()
                        .add("Location", url().resolve("/elsewhere").toString());
                reply(exchange, 307, new byte[0]);
            }
            default -> answer(exchange, conduct, question);
        }
    }

    private void answer(HttpExchange exchange, Conduct conduct, JsonNode question) throws IOException {
        var answer = books.answer(question, conduct);
        var whole = JSON.writeValueAsBytes(answer);
        switch (conduct) {
            case HANGS -> {
                waitFor(HANGING_MAX);
                exchange.close();
            }
            case HANGS_UP -> exchange.close();
            case DAWDLES -> {
                waitFor(DAWDLING);
                reply(exchange, OK, whole);
            }
            case DRIPS -> drip(exchange);
            case BREAKS_OFF -> {
                exchange.sendResponseHeaders(OK, whole.length);
                exchange.getResponseBody().write(whole, 0, whole.length / 2);
                exchange.getResponseBody().flush();
                exchange.close();
            }
            case BABBLES -> reply(exchange, OK, "<html>CLAIM RECEIVED</html>".getBytes(StandardCharsets.UTF_8));
            case CUTS_SHORT -> reply(exchange, OK, Arrays.copyOf(whole, whole.length / 2));
            case ANSWERS_TWICE -> reply(exchange, OK, (answer + "\n" + answer).getBytes(StandardCharsets.UTF_8));
            case FLOODS -> {
                answer.put("message", "A".repeat(FLOOD_BYTES));
                reply(exchange, OK, JSON.writeValueAsBytes(answer));
            }
            case MIXES_UP -> {
                answer.put("reference", "00000000-0000-7000-8000-000000000000");
                reply(exchange, OK, JSON.writeValueAsBytes(answer));
            }
            case OVERSTATES -> {
                answer.put("totalAmountPaid", "9999999.99");
                reply(exchange, OK, JSON.writeValueAsBytes(answer));
            }
            case UNDERSTATES -> {
                answer.put("patientPayAmount", "-1.00");
                reply(exchange, OK, JSON.writeValueAsBytes(answer));
            }
            default -> reply(exchange, OK, whole);
        }
    }

    private void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(OK, 0);
        try (OutputStream body = exchange.getResponseBody()) {
            for (int drip = 0; drip < DRIPS_MAX && closing.getCount() > 0; drip++) {
                body.write(' ');
                body.flush();
                waitFor(DRIP);
            }
        }
    }

    /** Or until it closes. */
    private void waitFor(Duration time) {
        try {
            closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
