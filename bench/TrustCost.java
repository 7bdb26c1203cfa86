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
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** One patient read and one created, with audit and sealing and without either; see bench/README.md. */
public final class TrustCost {
    private static final int CLIENTS = 16;
    private static final int WARM_UP_SECONDS = 12;
    private static final Pattern WRK = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern WRK_ERRORS = Pattern.compile("(Non-2xx or 3xx responses|Socket errors):?.*");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String MARISOL = """
            {"name": {"given": "Marisol", "family": "Vega"}, "birthDate": "1961-04-12", "sex": "female",
             "phones": [{"use": "mobile", "number": "(518) 555-0142", "preferred": true}],
             "addresses": [{"use": "home", "line1": "12 Elm St", "city": "Albany", "state": "NY", "zip": "12207"}],
             "diagnoses": [{"code": "M05.79", "primary": true}]}
            """;

    private record Sample(double perSecond, double cpuMicros) {}

    /** A program of its own, with a pharmacy of its own: what was not sealed cannot be opened. */
    private static final class Program {
        final String name;
        final Path log;
        final Process process;
        final int port;
        Tenant tenant;
        String token;
        Path reading;
        Path creating;

        Program(String name, Path jar, LocalStack stack, Path folder) throws Exception {
            this.name = name;
            this.log = folder.resolve(name.replace(' ', '-') + ".log");
            try (var socket = new ServerSocket(0)) {
                port = socket.getLocalPort();
            }
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var builder = new ProcessBuilder(java, "-jar", jar.toString());
            builder.environment().putAll(stack.environment());
            builder.environment().putAll(Map.of(
                    "FIRSTFILL_KEY_FILE", Path.of(".local/bench/key-encryption-key.json").toAbsolutePath().toString(),
                    "FIRSTFILL_KEY_CREATE", "true",
                    "FIRSTFILL_CHECKPOINTS", Path.of(".local/bench/checkpoints").toAbsolutePath().toString(),
                    "FIRSTFILL_MIGRATE_CONTROL_AT_START", "true",
                    "FIRSTFILL_CURSOR_SECRET", "of the bench",
                    "FIRSTFILL_LOG_JSON", "false",
                    "QUARKUS_HTTP_PORT", "" + port));
            process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        }

        void await() throws Exception {
            for (int tries = 0; tries < 300; tries++) {
                try {
                    var ready = HttpRequest.newBuilder(URI.create(url("/q/health/ready"))).build();
                    if (HTTP.send(ready, HttpResponse.BodyHandlers.ofString()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException notYet) {
                    // It listens when it has started.
                }
                Thread.sleep(200);
            }
            throw new IllegalStateException("The program did not start; see " + log);
        }

        void open(LocalStack stack, Path folder) throws Exception {
            var slug = "bench-" + UUID.randomUUID().toString().substring(0, 8);
            send("POST", "/v1/tenants", Tokens.ofOperator(), """
                    {"slug": "%s", "name": "Bench", "timeZone": "America/New_York", "sandbox": false}
                    """.formatted(slug));
            tenant = tenant(stack, slug);
            send("PUT", "/v1/tenants/" + slug + "/limits", Tokens.ofOperator(), """
                    {"requestsPerMinute": 1000000, "concurrentActs": 1000}
                    """);
            token = Tokens.of(tenant, Role.PHARMACY_MANAGER);
            var patient = new JsonObject(send("POST", "/v1/patients", token, MARISOL).body()).getString("id");
            reading = Files.writeString(folder.resolve(name + "-read.lua"), """
                    wrk.path = '/v1/patients/%s'
                    wrk.headers['Authorization'] = 'Bearer %s'
                    """.formatted(patient, token));
            creating = Files.writeString(folder.resolve(name + "-create.lua"), """
                    wrk.method = 'POST'
                    wrk.path = '/v1/patients'
                    wrk.headers['Authorization'] = 'Bearer %s'
                    wrk.headers['Content-Type'] = 'application/json'
                    wrk.body = [[%s]]
                    """.formatted(token, MARISOL));
        }

        private static Tenant tenant(LocalStack stack, String slug) throws SQLException {
            try (var connection = stack.superuser().connect("firstfill");
                    var query =
                            connection.prepareStatement("select id, organisation from control.tenant where slug = ?")) {
                query.setString(1, slug);
                try (var row = query.executeQuery()) {
                    row.next();
                    return new Tenant(
                            new TenantId(row.getObject(1, UUID.class)),
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

        private HttpResponse<String> send(String method, String path, String bearer, String body) {
            try {
                var answer = HTTP.send(
                        HttpRequest.newBuilder(URI.create(url(path)))
                                .header("Authorization", "Bearer " + bearer)
                                .header("Content-Type", "application/json")
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() / 100 != 2) {
                    throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
                }
                return answer;
            } catch (IOException | InterruptedException failure) {
                throw new IllegalStateException(failure);
            }
        }

        String url(String path) {
            return "http://127.0.0.1:" + port + path;
        }

        Sample wrk(Path script, int seconds) throws Exception {
            long before = cpuMicros();
            var child = new ProcessBuilder(
                            "wrk", "-t1", "-c" + CLIENTS, "-d" + seconds + "s", "-s", script.toString(), url(""))
                    .redirectErrorStream(true)
                    .start();
            var printed = new String(child.getInputStream().readAllBytes());
            double used = cpuMicros() - before;
            var errors = WRK_ERRORS.matcher(printed);
            if (child.waitFor() != 0 || errors.find()) {
                throw new IllegalStateException("Not every request was answered by " + name + ": " + printed);
            }
            var figure = WRK.matcher(printed);
            if (!figure.find()) {
                throw new IllegalStateException("No figure in: " + printed);
            }
            double perSecond = Double.parseDouble(figure.group(1));
            return new Sample(perSecond, used / (perSecond * seconds));
        }

        /** From /proc; ticks are hundredths of a second. */
        private long cpuMicros() throws IOException {
            var fields = Files.readString(Path.of("/proc/" + process.pid() + "/stat"))
                    .replaceFirst(".*\\) ", "")
                    .split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 10_000;
        }
    }

    public static void main(String[] words) throws Exception {
        var work = Path.of(words[0]);
        int rounds = Integer.parseInt(words[1]);
        int seconds = Integer.parseInt(words[2]);
        var stack = LocalStack.named("bench").start();
        System.setProperty("FIRSTFILL_KEYCLOAK_URL", stack.environment().get("FIRSTFILL_KEYCLOAK_URL"));
        var folder = Files.createTempDirectory("firstfill-bench");
        var programs = new ArrayList<Program>();
        try {
            var jars = new LinkedHashMap<String, Path>();
            jars.put("as shipped", Path.of("api/target/quarkus-app/quarkus-run.jar"));
            jars.put("without audit", work.resolve("without-audit/quarkus-run.jar"));
            jars.put("without sealing", work.resolve("without-sealing/quarkus-run.jar"));
            for (var jar : jars.entrySet()) {
                var program = new Program(jar.getKey(), jar.getValue(), stack, folder);
                programs.add(program);
                program.await();
                program.open(stack, folder);
                System.out.printf("Warming up: %s%n", program.name);
                program.wrk(program.reading, WARM_UP_SECONDS);
                program.wrk(program.creating, WARM_UP_SECONDS / 2);
            }
            table("read", programs, program -> program.reading, rounds, seconds);
            table("create", programs, program -> program.creating, rounds, seconds);
        } finally {
            programs.forEach(program -> program.process.destroy());
            stack.close();
        }
    }

    private static void table(
            String what,
            List<Program> programs,
            java.util.function.Function<Program, Path> script,
            int rounds,
            int seconds)
            throws Exception {
        var samples = new LinkedHashMap<Program, List<Sample>>();
        programs.forEach(program -> samples.put(program, new ArrayList<>()));
        for (int round = 0; round < rounds; round++) {
            for (var program : programs) {
                samples.get(program).add(program.wrk(script.apply(program), seconds));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%n%-18s %14s %22s %26s   (load %s)%n",
                what,
                "median/s",
                "CPU µs a request",
                "as shipped ÷ this (min–max)",
                Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
        var shipped = samples.get(programs.get(0));
        for (var program : programs) {
            var own = samples.get(program);
            var ratios = new double[rounds];
            Arrays.setAll(ratios, i -> shipped.get(i).perSecond() / own.get(i).perSecond());
            Arrays.sort(ratios);
            System.out.printf(
                    Locale.ROOT,
                    "%-18s %14.0f %22.0f %14.3f (%.3f–%.3f)%n",
                    program.name,
                    median(own.stream().map(Sample::perSecond).toList()),
                    median(own.stream().map(Sample::cpuMicros).toList()),
                    ratios[rounds / 2],
                    ratios[0],
                    ratios[rounds - 1]);
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
