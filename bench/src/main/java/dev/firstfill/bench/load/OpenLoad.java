package dev.firstfill.bench.load;

import dev.firstfill.bench.platform.Platform;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An open model, by Hyperfoil in a process of its own: requests come when they come, whether or not the ones before were
 * answered, as people's do. Only from such a load are percentiles anything.
 */
public final class OpenLoad {

    /** Enough that none waits for a connection; what waits in the server is what is measured. */
    private static final int CONNECTIONS = 64;

    private static final int SESSIONS = 2_000;

    /**
     * Not counted. Without it the generator's own first second was measured: still being compiled, on the same two
     * cores, it sent late and in bursts, and a hundredth of thirty seconds is three tenths of one.
     */
    private static final int WARM_UP_SECONDS = 8;

    private static final String BENCHMARK = """
            name: open
            http:
              host: %s
              sharedConnections: %d
              requestTimeout: 10s
            threads: 1
            phases:
            """;

    private static final String PHASE = """
            - %s:
                constantRate:
                  usersPerSec: %d
                  duration: %ds
                  %s
                  maxSessions: %d
                  scenario:
                  - asking:
                    - randomCsvRow:
                        file: %s
                        columns: { 0: path, 1: token, 2: body }
                    - httpRequest:
                        %s: ${path}
                        headers:
                          authorization: Bearer ${token}
                          content-type: application/json
            """;

    private static final String BODY = """
                        body:
                          pattern: ${body}
            """;

    private final Platform platform;
    private final String url;
    private final String method;
    private final Path requests;

    private OpenLoad(Platform platform, String url, String method, Path requests) {
        this.platform = platform;
        this.url = url;
        this.method = method;
        this.requests = requests;
    }

    /** Each request is one of these, by chance; all of them have the same method. */
    public static OpenLoad sending(Platform platform, String url, List<Request> requests) throws IOException {
        var rows = requests.stream()
                .map(request -> "%s,%s,%s"
                        .formatted(
                                request.path(),
                                request.token().isEmpty() ? "-" : request.token(),
                                '"' + request.body().replace("\"", "\"\"") + '"'))
                .collect(Collectors.joining("\n", "", "\n"));
        var file = Files.writeString(Files.createTempFile(platform.folder(), "open-", ".csv"), rows);
        return new OpenLoad(platform, url, requests.get(0).method(), file);
    }

    /** So many a second for so long; every answer counts, and only success is one. */
    public Percentiles run(int perSecond, int seconds) throws IOException, InterruptedException {
        var benchmark = BENCHMARK.formatted(url, CONNECTIONS)
                + phase("warm", perSecond, WARM_UP_SECONDS, "startTime: 0s")
                + phase(OpenLoadProgram.COUNTED_PHASE, perSecond, seconds, "startAfter: warm");
        return measured(Files.writeString(platform.folder().resolve("open.hf.yaml"), benchmark));
    }

    private String phase(String name, int perSecond, int seconds, String start) {
        return PHASE.formatted(name, perSecond, seconds, start, SESSIONS, requests.getFileName(), method)
                + (method.equals("GET") ? "" : BODY);
    }

    private static Percentiles measured(Path benchmark) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var printed = Tool.output(
                Map.of(),
                List.of(
                        java,
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OpenLoadProgram.class.getName(),
                        benchmark.toString()));
        int begin = printed.lastIndexOf(OpenLoadProgram.RESULT);
        if (begin < 0) {
            throw new IllegalStateException("The load generator found nothing: " + printed);
        }
        var found = new JsonObject(
                printed.substring(begin + OpenLoadProgram.RESULT.length()).strip());
        if (found.getLong("answers") == 0) {
            throw new IllegalStateException("Nothing was answered: " + printed.substring(0, begin));
        }
        return found.mapTo(Percentiles.class);
    }
}
