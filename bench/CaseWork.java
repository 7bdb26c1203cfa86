import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.Tokens;
import dev.firstfill.local.LocalStack;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantId;
import dev.firstfill.tenancy.catalogue.TenantLimits;
import dev.firstfill.tenancy.catalogue.TenantState;
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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Cases of a pharmacy that has many, beside pgbench of the dominant statements; see bench/README.md. */
public final class CaseWork {
    private static final int WORKERS = 16;
    private static final int CLIENTS = 8;
    private static final int WARM_UP = 300;
    private static final List<String> STATES = List.of(
            "NEW_REFERRAL_INTAKE",
            "AWAITING_INFORMATION",
            "BENEFITS_INVESTIGATION",
            "PA_PREPARATION",
            "PA_PENDING_PAYER",
            "WELCOME_CALL_PENDING",
            "CLINICALLY_CLEARED",
            "ADHERENCE_FOLLOW_UP");
    private static final Pattern PGBENCH = Pattern.compile("tps = ([0-9.]+)");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int cases;
    private final int seconds;
    private final LocalStack stack;
    private final Path folder;
    private final int port;
    private final AtomicInteger next = new AtomicInteger();
    private Process api;
    private Tenant tenant;
    private String token;

    private record Sample(double perSecond, double p50, double p99) {}

    private interface Work {
        void once() throws Exception;
    }

    public static void main(String[] words) throws Exception {
        var bench = new CaseWork(Integer.parseInt(words[0]), Integer.parseInt(words[1]));
        try {
            bench.run();
        } finally {
            bench.stop();
        }
    }

    private CaseWork(int cases, int seconds) throws IOException {
        this.cases = cases;
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
        open();
        fill();
        System.out.printf(
                Locale.ROOT, "%n%-34s %10s %10s %10s %14s %9s%n", "", "a second", "p50 ms", "p99 ms", "pgbench/s", "ratio");
        var board = measured(() -> get("/v1/case-board"));
        row("case board, all of it", board, pgbench("""
                select c.state, c.payer, c.waits_for, c.owner_id, c.owner_name, c.sla, min(c.since), count(*),
                  count(*) filter (where c.since > now() - interval '1 day')
                from %1$s.patient_case c where c.closed_at is null
                group by c.state, c.payer, c.waits_for, c.owner_id, c.owner_name, c.sla;
                """));
        var pending = measured(() -> get("/v1/case-board?status=pa-pending-payer&payer=Aetna"));
        row("case board, PA pending with Aetna", pending, pgbench("""
                select c.state, c.payer, c.waits_for, c.owner_id, c.owner_name, c.sla, min(c.since), count(*)
                from %1$s.patient_case c where c.closed_at is null and c.state = 'PA_PENDING_PAYER' and c.payer = 'Aetna'
                group by c.state, c.payer, c.waits_for, c.owner_id, c.owner_name, c.sla;
                """));
        var overview = measured(() -> get("/v1/patients/P" + (1001 + next.incrementAndGet() % cases) + "/overview"));
        row("patient at a glance", overview, pgbench("""
                \\set n random(1001, %2$d)
                select p.id from %1$s.patient p join %1$s.patient_key k on k.patient_id = p.id where p.number = :n \\gset
                select * from %1$s.patient_case c where c.patient_id = :id order by c.id desc limit 50;
                select * from %1$s.dispense d where d.patient_id = :id and d.shipped_at is not null order by d.shipped_at desc limit 1;
                select * from %1$s.task t where t.patient_id = :id;
                """));
        var received = measured(this::refer);
        row("receive a referral", received, 0);
    }

    private void row(String what, Sample ours, double theirs) {
        System.out.printf(
                Locale.ROOT,
                "%-34s %10.0f %10.1f %10.1f %14s %9s%n",
                what,
                ours.perSecond(),
                ours.p50(),
                ours.p99(),
                theirs == 0 ? "" : "%.0f".formatted(theirs),
                theirs == 0 ? "" : "%.3f".formatted(ours.perSecond() / theirs));
    }

    /** As many clients as there are, each asking again when it was answered. */
    private Sample measured(Work work) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            work.once();
        }
        var times = new ConcurrentLinkedQueue<Double>();
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        parallel(CLIENTS, () -> {
            while (System.nanoTime() < until) {
                long began = System.nanoTime();
                work.once();
                times.add((System.nanoTime() - began) / 1e6);
            }
        });
        var sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Sample(
                sorted.length / (double) seconds, sorted[sorted.length / 2], sorted[(int) (sorted.length * 0.99)]);
    }

    private void parallel(int workers, Work work) throws Exception {
        try (var pool = Executors.newFixedThreadPool(workers)) {
            var all = new ArrayList<Future<?>>();
            for (int i = 0; i < workers; i++) {
                all.add(pool.submit(() -> {
                    work.once();
                    return null;
                }));
            }
            for (var one : all) {
                one.get();
            }
        }
    }

    private void open() throws Exception {
        var slug = "bench-" + UUID.randomUUID().toString().substring(0, 8);
        send("POST", "/v1/tenants", Tokens.ofOperator(), """
                {"slug": "%s", "name": "Bench", "timeZone": "America/New_York", "sandbox": false}
                """.formatted(slug));
        send("PUT", "/v1/tenants/" + slug + "/limits", Tokens.ofOperator(), """
                {"requestsPerMinute": 1000000, "concurrentActs": 1000}
                """);
        tenant = tenant(slug);
        token = Tokens.of(tenant, Role.PHARMACY_MANAGER);
        send("POST", "/v1/drugs", token, """
                {"ndc": "00074-4339-02", "rxNorm": "327361", "name": "Adalimumab Pen", "strength": "40 mg/0.4 mL",
                 "dosageForm": "pen", "manufacturer": "Helix Therapeutics",
                 "packageSize": {"quantity": 2, "unit": "pen"}, "storage": "refrigerated", "requiresRems": false,
                 "limitedDistribution": false, "schedule": "none"}
                """);
    }

    /** Patients through the API, because they are sealed; their cases as if weeks of work had brought them there. */
    private void fill() throws Exception {
        refer();
        var registered = new AtomicInteger(1);
        long began = System.nanoTime();
        parallel(WORKERS, () -> {
            while (registered.getAndIncrement() < cases) {
                send("POST", "/v1/patients", token, patient());
                if (registered.get() % 2_000 == 0) {
                    System.out.printf(
                            Locale.ROOT,
                            "%,d of %,d patients, %.0f s%n",
                            registered.get(),
                            cases,
                            (System.nanoTime() - began) / 1e9);
                }
            }
        });
        try (var connection = stack.superuser().connect("firstfill");
                var insert = connection.prepareStatement("""
                        insert into %1$s.patient_case (id, version, patient_id, referral_id, drug_id, payer, state, waits_for,
                          since, sla, settings_version, programme, clocks, facts, received_at, next_timer_at)
                        select gen_random_uuid(), 1, p.id, gen_random_uuid(), (select id from %1$s.drug limit 1),
                          (array['Aetna', 'Humana', 'Medicare', 'Cigna', 'UnitedHealthcare'])[1 + p.number %% 5],
                          (string_to_array(?, ','))[1 + p.number %% ?], 'PHARMACY',
                          now() - make_interval(mins => (p.number %% 20000)::int), 25 * (2 + p.number %% 3)::smallint, 1,
                          'default', '{}', '{}', now(), null
                        from %1$s.patient p where not exists (select from %1$s.patient_case c where c.patient_id = p.id)
                        """.formatted(tenant.schema()));
                var analyse = connection.createStatement()) {
            insert.setString(1, String.join(",", STATES.stream()
                    .filter(state -> !state.equals("AWAITING_INFORMATION"))
                    .toList()));
            insert.setInt(2, STATES.size() - 1);
            System.out.printf("%,d cases%n", insert.executeUpdate());
            analyse.execute("vacuum analyze " + tenant.schema() + ".patient_case");
        }
    }

    private String patient() {
        return """
                {"name": {"given": "Marisol", "family": "%s"}, "birthDate": "1961-04-12", "sex": "female"}
                """.formatted(UUID.randomUUID());
    }

    private String refer() throws Exception {
        return send("POST", "/v1/referrals", token, """
                {"source": "fax", "order": {"patient": {"name": {"given": "Marisol", "family": "%s"},
                  "birthDate": "%s", "sex": "female", "phones": [{"use": "mobile", "number": "+13125550142"}],
                  "addresses": [{"use": "home", "line1": "4 Elm Street", "city": "Chicago", "state": "IL",
                                 "zip": "60601"}]},
                  "prescriber": {"npi": "1234567893", "name": {"given": "Priya", "family": "Anand"}},
                  "coverages": [{"payer": "Aetna", "kind": "commercial", "memberId": "W%d", "bin": "610502"}],
                  "diagnoses": [{"icd10Code": "M05.79", "text": "Rheumatoid arthritis", "forOrder": true}],
                  "medication": {"rxNorm": "327361", "text": "adalimumab", "sig": "Inject 40 mg every other week",
                                 "quantity": 2, "daysSupply": 28, "refills": 5, "writtenAt": "2026-03-02T15:00:00Z"}}}
                """.formatted(
                        UUID.randomUUID(),
                        LocalDate.parse("1930-01-01").plusDays(next.incrementAndGet() % 30_000),
                        next.incrementAndGet()));
    }

    private double pgbench(String script) throws Exception {
        var superuser = stack.superuser();
        var file = Files.writeString(folder.resolve("case.sql"), script.formatted(tenant.schema(), 1000 + cases));
        var command = List.of(
                "pgbench", "-n", "-M", "prepared", "-c", "" + CLIENTS, "-j", "1", "-T", "" + seconds,
                "-h", superuser.host(), "-p", "" + superuser.port(), "-U", superuser.user(),
                "-f", file.toString(), "firstfill");
        return number(PGBENCH, output(Map.of("PGPASSWORD", superuser.password()), command));
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
        for (int tries = 0; tries < 300; tries++) {
            try {
                if (isReady()) {
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

    private String get(String path) throws Exception {
        return send("GET", path, token, "");
    }

    private String send(String method, String path, String bearer, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url(path)))
                .header("Authorization", "Bearer " + bearer)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"1\"")
                .timeout(Duration.ofSeconds(60))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private boolean isReady() throws IOException, InterruptedException {
        var asked = HttpRequest.newBuilder(URI.create(url("/q/health/ready"))).build();
        return HTTP.send(asked, HttpResponse.BodyHandlers.ofString()).statusCode() == 200;
    }

    private String url(String path) {
        return "http://127.0.0.1:" + port + path;
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
}
