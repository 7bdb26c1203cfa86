import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.Tokens;
import dev.firstfill.local.LocalStack;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantId;
import dev.firstfill.tenancy.catalogue.TenantLimits;
import dev.firstfill.tenancy.catalogue.TenantState;
import io.vertx.core.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** One patient read through the full stack, beside pgbench of the same statement; see bench/README.md. */
public final class PatientRead {
    private static final int CLIENTS = 16;
    private static final int MANY = 100;
    private static final int WARM_UP_SECONDS = 15;
    private static final Pattern WRK = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern WRK_ERRORS = Pattern.compile("(Non-2xx or 3xx responses|Socket errors):?.*");
    private static final Pattern PGBENCH = Pattern.compile("tps = ([0-9.]+)");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int rounds;
    private final int seconds;
    private final LocalStack stack;
    private final Path folder;
    private final int port;
    private Process api;
    private long apiPid;

    private record Subject(Tenant tenant, String patient, String token) {}

    private record Sample(double perSecond, double cpuMicros) {}

    public static void main(String[] words) throws Exception {
        var bench = new PatientRead(Integer.parseInt(words[0]), Integer.parseInt(words[1]));
        try {
            bench.run();
        } finally {
            bench.stop();
        }
    }

    private PatientRead(int rounds, int seconds) throws IOException {
        this.rounds = rounds;
        this.seconds = seconds;
        this.stack = LocalStack.named("bench").start();
        this.folder = Files.createTempDirectory("firstfill-bench");
        try (var socket = new ServerSocket(0)) {
            this.port = socket.getLocalPort();
        }
        System.setProperty("FIRSTFILL_KEYCLOAK_URL", stack.environment().get("FIRSTFILL_KEYCLOAK_URL"));
    }

    private void run() throws Exception {
        start();
        say("Opening %d pharmacies, with one patient each", MANY);
        var opening = new ArrayList<Double>();
        var subjects = new ArrayList<Subject>();
        for (int i = 0; i < MANY; i++) {
            subjects.add(subject(opening));
        }
        say("Warming up for %d s", WARM_UP_SECONDS);
        wrk(subjects, WARM_UP_SECONDS);
        table(subjects, opening);
    }

    private void table(List<Subject> subjects, List<Double> opening) throws Exception {
        System.out.printf(
                Locale.ROOT,
                "%n%-12s %14s %16s %18s %22s%n",
                "pharmacies",
                "full stack/s",
                "pgbench/s",
                "ratio (min–max)",
                "API CPU µs a request");
        for (var chosen : List.of(subjects.subList(0, 1), subjects)) {
            var ours = new ArrayList<Sample>();
            var theirs = new ArrayList<Double>();
            for (int round = 0; round < rounds; round++) {
                ours.add(wrk(chosen, seconds));
                theirs.add(pgbench(chosen, seconds));
            }
            var ratios = new double[rounds];
            Arrays.setAll(ratios, i -> ours.get(i).perSecond() / theirs.get(i));
            Arrays.sort(ratios);
            System.out.printf(
                    Locale.ROOT,
                    "%-12d %14.0f %16.0f %6.3f (%.3f–%.3f) %18.0f%n",
                    chosen.size(),
                    median(ours.stream().map(Sample::perSecond).toList()),
                    median(theirs),
                    ratios[rounds / 2],
                    ratios[0],
                    ratios[rounds - 1],
                    median(ours.stream().map(Sample::cpuMicros).toList()));
        }
        var warm = opening.subList(opening.size() / 2, opening.size());
        System.out.printf(
                Locale.ROOT,
                "%nOpening a pharmacy, over HTTP, Keycloak organisation included: median %.0f ms (the first took %.0f).%n",
                median(warm),
                opening.get(0));
    }

    private Subject subject(List<Double> opening) throws Exception {
        var slug = "bench-" + UUID.randomUUID().toString().substring(0, 8);
        long began = System.nanoTime();
        post("/v1/tenants", Tokens.ofOperator(), """
                {"slug": "%s", "name": "Bench", "timeZone": "America/New_York", "sandbox": false}
                """.formatted(slug));
        opening.add((System.nanoTime() - began) / 1e6);
        send("PUT", "/v1/tenants/" + slug + "/limits", Tokens.ofOperator(), """
                {"requestsPerMinute": 1000000, "concurrentActs": 1000}
                """);
        var tenant = tenant(slug);
        var token = Tokens.of(tenant, Role.PHARMACY_MANAGER);
        var patient = post("/v1/patients", token, """
                {"name": {"given": "Marisol", "family": "Vega"}, "birthDate": "1961-04-12", "sex": "female",
                 "phones": [{"use": "mobile", "number": "(518) 555-0142", "preferred": true}],
                 "addresses": [{"use": "home", "line1": "12 Elm St", "city": "Albany", "state": "NY", "zip": "12207"}],
                 "diagnoses": [{"code": "M05.79", "primary": true}]}
                """);
        return new Subject(tenant, new JsonObject(patient).getString("id"), token);
    }

    private Tenant tenant(String slug) throws SQLException {
        try (var connection = stack.superuser().connect("firstfill");
                var query = connection.prepareStatement("select id, organisation from control.tenant where slug = ?")) {
            query.setString(1, slug);
            try (var row = query.executeQuery()) {
                row.next();
                var id = new TenantId(row.getObject(1, UUID.class));
                return new Tenant(
                        id,
                        slug,
                        "Bench",
                        TenantState.ACTIVE,
                        row.getString(2),
                        1,
                        "main",
                        true,
                        ZoneId.of("UTC"),
                        TenantLimits.USUAL,
                        0);
            }
        }
    }

    private Sample wrk(List<Subject> subjects, int forSeconds) throws Exception {
        var script = new StringBuilder("local paths, tokens = {}, {}\n");
        for (int i = 0; i < subjects.size(); i++) {
            var subject = subjects.get(i);
            script.append("paths[%d] = '/v1/patients/%s'\n".formatted(i + 1, subject.patient()));
            script.append("tokens[%d] = 'Bearer %s'\n".formatted(i + 1, subject.token()));
        }
        script.append("""
                request = function()
                  local i = math.random(#paths)
                  return wrk.format('GET', paths[i], {Authorization = tokens[i]})
                end
                """);
        var file = Files.writeString(folder.resolve("read.lua"), script);
        long before = cpuMicros();
        var printed = output("wrk", "-t1", "-c" + CLIENTS, "-d" + forSeconds + "s", "-s", file.toString(), url(""));
        double used = cpuMicros() - before;
        var errors = WRK_ERRORS.matcher(printed);
        if (errors.find()) {
            throw new IllegalStateException("Not every request was answered: " + errors.group());
        }
        double perSecond = number(WRK, printed);
        return new Sample(perSecond, used / (perSecond * forSeconds));
    }

    private double pgbench(List<Subject> subjects, int forSeconds) throws Exception {
        var superuser = stack.superuser();
        var command = new ArrayList<>(List.of(
                "pgbench", "-n", "-M", "prepared", "-c", "" + CLIENTS, "-j", "1", "-T", "" + forSeconds,
                "-h", superuser.host(), "-p", "" + superuser.port(), "-U", superuser.user()));
        for (int i = 0; i < subjects.size(); i++) {
            var subject = subjects.get(i);
            var file = Files.writeString(
                    folder.resolve("read" + i + ".sql"),
                    """
                    select p.id, p.created_at, p.number, p.record, p.search_tokens, p.updated_at, p.version from %s.patient p where p.id = '%s';
                    """
                            .formatted(subject.tenant().schema(), subject.patient()));
            command.addAll(List.of("-f", file.toString()));
        }
        command.add("firstfill");
        return number(PGBENCH, output(Map.of("PGPASSWORD", superuser.password()), command));
    }

    private void start() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(java, "-jar", "api/target/quarkus-app/quarkus-run.jar");
        builder.environment().putAll(stack.environment());
        builder.environment().putAll(Map.of(
                "FIRSTFILL_KEY_FILE", Path.of(".local/bench/key-encryption-key.json").toAbsolutePath().toString(),
                "FIRSTFILL_KEY_CREATE", "true",
                "FIRSTFILL_CHECKPOINTS", Path.of(".local/bench/checkpoints").toAbsolutePath().toString(),
                "FIRSTFILL_MIGRATE_CONTROL_AT_START", "true",
                "FIRSTFILL_CURSOR_SECRET", "of the bench",
                "FIRSTFILL_LOG_JSON", "false",
                "QUARKUS_HTTP_PORT", "" + port));
        api = builder.redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile(), "api.log"))
                .start();
        apiPid = api.pid();
        for (int tries = 0; tries < 300; tries++) {
            try {
                if (get("/q/health/ready").statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // It listens when it has started.
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("The API did not start; see " + folder.resolve("api.log"));
    }

    private void stop() {
        if (api != null) {
            api.destroy();
        }
        stack.close();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(URI.create(url(path))).build(), HttpResponse.BodyHandlers.ofString());
    }

    private String post(String path, String token, String body) throws IOException, InterruptedException {
        return send("POST", path, token, body);
    }

    private String send(String method, String path, String token, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url(path)))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(60))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** CPU time of the API's process so far, from /proc; ticks are hundredths of a second. */
    private long cpuMicros() throws IOException {
        var fields = Files.readString(Path.of("/proc/" + apiPid + "/stat")).replaceFirst(".*\\) ", "").split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 10_000;
    }

    private static String output(String... command) throws Exception {
        return output(Map.of(), List.of(command));
    }

    private static String output(Map<String, String> environment, List<String> command) throws Exception {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        var printed = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command.subList(0, 1)) + " failed: " + printed);
        }
        return printed;
    }

    private static double number(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("No figure in: " + text);
        }
        return Double.parseDouble(matcher.group(1));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static void say(String text, Object... values) {
        System.out.printf(Locale.ROOT, text + "%n", values);
    }
}
