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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.postgresql.PGConnection;

/** A file of another system, taken in, killed in the middle and resumed; see bench/README.md. */
public final class HistoryImport {
    private static final int BODY_MAX = 262_144;
    private static final int LINES_MAX = 1_000;
    private static final List<String> OF_A_DISPENSE = List.of("dispense", "dispense_lot", "dispense_event");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Source source;
    private final LocalStack stack = LocalStack.named("bench").start();
    private final Path folder = Files.createTempDirectory("firstfill-bench");
    private final int port;
    private final Map<String, Double> secondsByKind = new java.util.TreeMap<>();
    private Process api;
    private Tenant tenant;
    private String job;

    public static void main(String[] words) throws Exception {
        var bench = new HistoryImport(Integer.parseInt(words[0]));
        try {
            bench.run();
        } finally {
            bench.stop();
        }
    }

    private HistoryImport(int dispenses) throws IOException {
        this.source = new Source(dispenses);
        try (var socket = new ServerSocket(0)) {
            this.port = socket.getLocalPort();
        }
        System.setProperty("FIRSTFILL_KEYCLOAK_URL", stack.environment().get("FIRSTFILL_KEYCLOAK_URL"));
    }

    private void run() throws Exception {
        start();
        open();
        long half = source.lines() - source.dispenses / 2;
        say("Taking in %d lines, %d of them dispenses (load average %s)", source.lines(), source.dispenses, load());
        long sent = send(1, half);
        killWhileSending(sent + 1);
        start();
        long last = new JsonObject(get("/v1/imports/" + job)).getLong("lastLine");
        long again = Math.max(1, last - 2 * LINES_MAX);
        say("Killed while lines from %d on were on their way; %d is the last that is kept. On from %d", sent + 1, last, again);
        send(again, source.lines());
        account();
        beside(copy());
    }

    /** @return the last line that was answered, at or after {@code until} */
    private long send(long from, long until) throws Exception {
        long next = from;
        while (next <= until) {
            var batch = source.batch(next);
            long began = System.nanoTime();
            var answers = post("/v1/imports/" + job + "/lines", batch.text(), "application/x-ndjson").lines().toList();
            secondsByKind.merge(source.kind(next), (System.nanoTime() - began) / 1e9, Double::sum);
            if (answers.size() != batch.count()) {
                throw new IllegalStateException(batch.count() + " lines had " + answers.size() + " answers");
            }
            for (var answer : answers) {
                if (answer.contains("\"refused\"")) {
                    throw new IllegalStateException(answer);
                }
            }
            next += batch.count();
        }
        return next - 1;
    }

    private void killWhileSending(long next) throws Exception {
        var onItsWay = CompletableFuture.runAsync(() -> {
            try {
                send(next, next);
            } catch (Exception killed) {
                // That is what it is about.
            }
        });
        Thread.sleep(30);
        api.destroyForcibly().waitFor();
        onItsWay.join();
    }

    /** Each line once: in the API's account, and in the tables. */
    private void account() throws Exception {
        post("/v1/imports/" + job + "/completion", "", "application/json");
        var progress = new JsonObject(get("/v1/imports/" + job));
        long created = 0;
        for (var count : progress.getJsonArray("counts")) {
            var one = (JsonObject) count;
            if (!one.getString("result").equals("created")) {
                throw new IllegalStateException("Not everything was created: " + one);
            }
            created += one.getLong("lines");
        }
        equal("lines accounted for as created", created, source.lines());
        equal("lines", count("import_line"), source.lines());
        equal("keys", count("import_key"), source.lines());
        equal("patients", count("patient"), source.patients);
        equal("prescriptions", count("prescription"), source.prescriptions);
        for (var table : OF_A_DISPENSE) {
            equal(table, count(table), source.dispenses);
        }
        equal("fills taken", number("select sum(fills_taken) from %s.prescription"), source.dispenses);
        equal(
                "fills, each once",
                number("select count(distinct (prescription_id, fill_number)) from %s.dispense"),
                source.dispenses);
    }

    /** Into tables with the same columns, checks and indexes, in one transaction each. */
    private double copy() throws Exception {
        double seconds = 0;
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("drop schema if exists bench_copy cascade; create schema bench_copy");
            var copies = connection.unwrap(PGConnection.class).getCopyAPI();
            for (var table : OF_A_DISPENSE) {
                var file = folder.resolve(table);
                try (var out = Files.newOutputStream(file)) {
                    copies.copyOut("copy %s.%s to stdout (format binary)".formatted(tenant.schema(), table), out);
                }
                statement.execute("create table bench_copy.%2$s (like %1$s.%2$s including all excluding identity)"
                        .formatted(tenant.schema(), table));
                long began = System.nanoTime();
                try (var in = Files.newInputStream(file)) {
                    copies.copyIn("copy bench_copy.%s from stdin (format binary)".formatted(table), in);
                }
                seconds += (System.nanoTime() - began) / 1e9;
            }
            statement.execute("drop schema bench_copy cascade");
        }
        return seconds;
    }

    private void beside(double copySeconds) throws IOException {
        System.out.printf(Locale.ROOT, "%n%-14s %10s %10s %12s%n", "kind", "lines", "seconds", "lines/s");
        source.counts().forEach((kind, lines) -> System.out.printf(
                Locale.ROOT,
                "%-14s %10d %10.1f %12.0f%n",
                kind,
                lines,
                secondsByKind.getOrDefault(kind, 0.0),
                lines / secondsByKind.getOrDefault(kind, Double.NaN)));
        double rows = 3.0 * source.dispenses;
        double ours = rows / secondsByKind.get("dispense");
        double theirs = rows / copySeconds;
        System.out.printf(
                Locale.ROOT,
                "%nRows of dispenses, their lots and events: %.0f/s imported, %.0f/s by COPY: 1 : %.1f (load average %s)%n",
                ours,
                theirs,
                theirs / ours,
                load());
    }

    private void open() throws Exception {
        var slug = "bench-" + UUID.randomUUID().toString().substring(0, 8);
        send("POST", "/v1/tenants", Tokens.ofOperator(), """
                {"slug": "%s", "name": "Bench", "timeZone": "America/New_York", "sandbox": false}
                """.formatted(slug), "application/json");
        try (var connection = connect();
                var query = connection.prepareStatement("select id, organisation from control.tenant where slug = ?")) {
            query.setString(1, slug);
            try (var row = query.executeQuery()) {
                row.next();
                tenant = new Tenant(
                        new TenantId(row.getObject(1, UUID.class)), slug, "Bench", TenantState.ACTIVE, row.getString(2),
                        1, "main", true, ZoneId.of("UTC"), TenantLimits.USUAL, 0);
            }
        }
        job = new JsonObject(post("/v1/imports", "{\"source\": \"legacy-rx\"}", "application/json")).getString("id");
    }

    private String post(String path, String body, String type) throws Exception {
        return send("POST", path, Tokens.of(tenant, Role.PHARMACY_MANAGER), body, type);
    }

    private String get(String path) throws Exception {
        return send("GET", path, Tokens.of(tenant, Role.PHARMACY_MANAGER), "", "application/json");
    }

    private String send(String method, String path, String bearer, String body, String type) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + bearer)
                .timeout(Duration.ofSeconds(60));
        if (body.isEmpty()) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", type).method(method, HttpRequest.BodyPublishers.ofString(body));
        }
        var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
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
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(folder.toFile(), "api.log")))
                .start();
        for (int tries = 0; tries < 600; tries++) {
            try {
                var ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready")).build();
                if (HTTP.send(ready, HttpResponse.BodyHandlers.ofString()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // It listens when it has started.
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("The program did not start; see " + folder.resolve("api.log"));
    }

    private void stop() {
        if (api != null) {
            api.destroy();
        }
        stack.close();
    }

    private long count(String table) throws SQLException {
        return number("select count(*) from %s." + table);
    }

    private long number(String query) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query.formatted(tenant.schema()))) {
            row.next();
            return row.getLong(1);
        }
    }

    private Connection connect() throws SQLException {
        return stack.superuser().connect("firstfill");
    }

    private static void equal(String what, long found, long expected) {
        if (found != expected) {
            throw new IllegalStateException("%s: %d, and it should be %d".formatted(what, found, expected));
        }
        say("%-32s %10d", what, found);
    }

    private static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
    }

    private static void say(String text, Object... values) {
        System.out.printf(Locale.ROOT, text + "%n", values);
    }

    /** The file: the same in every run, and made line by line. Ten fills to a prescription, two of them to a patient. */
    private static final class Source {
        private static final int PRESCRIBERS = 50;
        private static final int DRUGS = 5;
        private static final int FILLS = 10;

        final long patients;
        final long prescriptions;
        final long dispenses;
        private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

        record Batch(String text, int count) {}

        Source(long dispenses) {
            this.prescriptions = dispenses / FILLS;
            this.dispenses = prescriptions * FILLS;
            this.patients = Math.max(1, prescriptions / 2);
        }

        long lines() {
            return PRESCRIBERS + DRUGS + patients + prescriptions + dispenses;
        }

        Map<String, Long> counts() {
            return new java.util.LinkedHashMap<>(Map.of("patient", patients, "prescription", prescriptions, "dispense", dispenses));
        }

        String kind(long line) {
            if (line <= PRESCRIBERS + DRUGS) {
                return line <= PRESCRIBERS ? "prescriber" : "drug";
            }
            long place = line - PRESCRIBERS - DRUGS;
            return place <= patients ? "patient" : place <= patients + prescriptions ? "prescription" : "dispense";
        }

        Batch batch(long first) {
            var text = new StringBuilder();
            int count = 0;
            for (long line = first; line <= lines() && count < LINES_MAX; line++) {
                var next = line(line);
                boolean another = !kind(line).equals(kind(first));
                if (another || text.length() + next.getBytes(StandardCharsets.UTF_8).length + 1 > BODY_MAX) {
                    break;
                }
                text.append(next).append('\n');
                count++;
            }
            return new Batch(text.toString(), count);
        }

        private String line(long line) {
            long place = line - PRESCRIBERS - DRUGS;
            return switch (kind(line)) {
                case "prescriber" -> """
                        {"line":%d,"kind":"prescriber","key":"dr-%d","record":{"npi":"%s","name":{"given":"Priya","family":"Anand"}}}"""
                        .formatted(line, line, npi(line));
                case "drug" -> """
                        {"line":%d,"kind":"drug","key":"drug-%d","record":{"ndc":"00074-%04d-02","name":"Adalimumab Pen","strength":"40 mg/0.4 mL","dosageForm":"pen","manufacturer":"Helix Therapeutics","packageSize":{"quantity":2,"unit":"pen"},"storage":"refrigerated","requiresRems":false,"limitedDistribution":false,"schedule":"none"}}"""
                        .formatted(line, line - PRESCRIBERS, line);
                case "patient" -> """
                        {"line":%d,"kind":"patient","key":"mrn-%d","record":{"name":{"given":"Marisol","family":"Vega%d"},"birthDate":"%s","sex":"female","phones":[{"use":"mobile","number":"+1518555%04d","preferred":true}],"addresses":[{"use":"home","line1":"%d Elm St","city":"Albany","state":"NY","zip":"12207"}]}}"""
                        .formatted(line, place, place, LocalDate.of(1940, 1, 1).plusDays(place % 20_000), place % 10_000, place);
                case "prescription" -> prescription(line, place - patients - 1);
                default -> dispense(line, place - patients - prescriptions - 1);
            };
        }

        private String prescription(long line, long number) {
            return """
                    {"line":%d,"kind":"prescription","key":"rx-%d","state":"active","record":{"patient":"mrn-%d","prescriber":"dr-%d","drug":"drug-%d","sig":"Inject 40 mg under the skin every other week","quantity":2,"daysSupply":28,"refillsAuthorised":11,"writtenOn":"%s","icd10Codes":["M05.79"],"dispenseAsWritten":"no-selection","origin":"electronic"}}"""
                    .formatted(line, number, number % patients + 1, number % PRESCRIBERS + 1, number % DRUGS + 1, writtenOn(number));
        }

        private String dispense(long line, long number) {
            var filledOn = writtenOn(number / FILLS).plusDays(1 + number % FILLS * 28);
            return """
                    {"line":%d,"kind":"dispense","key":"d-%d","record":{"prescription":"rx-%d","fillNumber":%d,"quantity":2,"daysSupply":28,"filledOn":"%s","shippedAt":"%sT23:00:00Z","deliveredAt":"%sT15:00:00Z","state":"delivered","lots":[{"lotNumber":"L%d","expiresOn":"%s","quantity":2}]}}"""
                    .formatted(line, number, number / FILLS, number % FILLS, filledOn, filledOn, filledOn.plusDays(1), number % 200, filledOn.plusYears(1));
        }

        private LocalDate writtenOn(long prescription) {
            return today.minusDays(340 + prescription % 90);
        }

        /** Nine digits and the check digit of 80840 before them (45 CFR 162.406). */
        private static String npi(long number) {
            var digits = "1%08d".formatted(number);
            int sum = 24;
            for (int place = 0; place < digits.length(); place++) {
                int digit = digits.charAt(digits.length() - 1 - place) - '0';
                int doubled = place % 2 == 0 ? digit * 2 : digit;
                sum += doubled > 9 ? doubled - 9 : doubled;
            }
            return digits + (10 - sum % 10) % 10;
        }
    }
}
