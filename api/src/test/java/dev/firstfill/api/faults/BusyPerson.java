package dev.firstfill.api.faults;

import io.vertx.core.json.JsonObject;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Registers and reads patients without a pause. Whoever is not answered asks again under the same key, until there is
 * an answer; whoever is answered remembers it.
 */
final class BusyPerson {
    /** Nothing was done, and it is worth asking again: not now, or too much at once. */
    private static final Set<Integer> LATER = Set.of(503, 429);

    private final Program program;
    private final String token;
    private final Random random;
    private final List<String> answered = new CopyOnWriteArrayList<>();
    private final List<String> registered = new CopyOnWriteArrayList<>();
    private final AtomicInteger cutOff = new AtomicInteger();
    private final Thread thread;
    private volatile boolean goesHome;
    private volatile Throwable surprise;

    private BusyPerson(Program program, String token, Random random) {
        this.program = program;
        this.token = token;
        this.random = random;
        this.thread = Thread.ofPlatform().daemon().unstarted(this::work);
    }

    static BusyPerson begin(Program program, String token, Random random) {
        var person = new BusyPerson(program, token, random);
        person.thread.start();
        return person;
    }

    private void work() {
        try {
            while (!goesHome) {
                if (registered.isEmpty() || random.nextInt(3) == 0) {
                    register();
                } else {
                    read();
                }
            }
        } catch (RuntimeException | AssertionError unexpected) {
            surprise = unexpected;
        }
    }

    private void register() {
        var key = UUID.randomUUID().toString();
        var answer = untilAnswered("POST", "/v1/patients", Map.of("Idempotency-Key", key), """
                {"name": {"given": "Marisol", "family": "Vega"}, "birthDate": "1961-04-12", "sex": "female"}
                """);
        if (answer.statusCode() != 201) {
            throw new AssertionError("A patient was not registered: " + answer.body());
        }
        registered.add(new JsonObject(answer.body()).getString("id"));
    }

    private void read() {
        var id = registered.get(random.nextInt(registered.size()));
        var answer = untilAnswered("GET", "/v1/patients/" + id, Map.of(), null);
        if (answer.statusCode() != 200) {
            throw new AssertionError("A patient that was registered is not there: " + answer.body());
        }
    }

    private HttpResponse<String> untilAnswered(String method, String path, Map<String, String> headers, String body) {
        while (true) {
            var request = UUID.randomUUID().toString();
            try {
                var answer = program.send(method, path, token, request, headers, body);
                if (!LATER.contains(answer.statusCode()) && !isInUse(answer)) {
                    answered.add(request);
                    return answer;
                }
            } catch (UncheckedIOException killed) {
                cutOff.incrementAndGet();
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    /** The first one may still be at it when its connection broke. */
    private static boolean isInUse(HttpResponse<String> answer) {
        return answer.statusCode() == 409 && answer.body().contains("idempotency-key-in-use");
    }

    void finish() throws InterruptedException {
        goesHome = true;
        thread.join();
        if (surprise != null) {
            throw new AssertionError(surprise);
        }
    }

    int answers() {
        return answered.size();
    }

    /** Ids of the requests that were answered. */
    List<String> answered() {
        return answered;
    }

    /** Ids of the patients whose registration was acknowledged. */
    List<String> registered() {
        return registered;
    }

    int cutOff() {
        return cutOff.get();
    }
}
