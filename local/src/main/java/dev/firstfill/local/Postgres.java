package dev.firstfill.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL, reachable from this machine only, with passwords even so. */
final class Postgres implements LocalServer {

    static final String DATABASE = "firstfill";

    private static final String SUPERUSER = "postgres";
    private static final Duration INITDB_LIMIT = Duration.ofSeconds(60);

    private final Instance instance;
    private final PostgresPrograms programs;
    private final Certificates certificates;
    private final String superuserPassword;
    private final PostgresLogins logins;
    private final Path folder;
    private final Path data;
    private final Path log;

    Postgres(Instance instance, Secrets secrets, Certificates certificates) throws IOException, InterruptedException {
        this.instance = instance;
        this.certificates = certificates;
        programs = PostgresPrograms.unpackedIn(instance.cache());
        superuserPassword = secrets.of("postgres.superuser");
        logins = PostgresLogins.of(secrets);
        folder = instance.folder(Server.POSTGRES);
        data = folder.resolve("data");
        log = instance.log(Server.POSTGRES.folder());
    }

    @Override
    public Server kind() {
        return Server.POSTGRES;
    }

    Superuser superuser(int port) {
        return new Superuser(Ports.HOST, port, SUPERUSER, superuserPassword);
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        stopForgotten();
        if (!instance.isDurable()) {
            // Yesterday's tests must not decide today's, and without fsync a crash may have left anything.
            Tree.delete(data);
        }
        Archives.once(data, this::initialise);
    }

    /** A server that nobody wrote down, because its starter died in the instant between. */
    private void stopForgotten() throws IOException, InterruptedException {
        var pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var firstLine = Files.readAllLines(pidFile).stream().findFirst().orElse("");
        var pid = firstLine.matches("\\d{1,10}") ? Long.parseLong(firstLine) : -1;
        var forgotten = ProcessHandle.of(pid).filter(this::isOurServer);
        if (forgotten.isPresent()) {
            Processes.stop(forgotten.get(), stopSignal(), stopLimit());
        }
        // PostgreSQL refuses to start when any process, however unrelated, has the number in this file.
        Files.deleteIfExists(pidFile);
    }

    private boolean isOurServer(ProcessHandle process) {
        var program = programs.folder().resolve("bin/postgres").toString();
        return process.info().command().filter(program::equals).isPresent();
    }

    private void initialise(Path unfinished) throws IOException, InterruptedException {
        var password = folder.resolve("superuser-password");
        PrivateFile.write(password, superuserPassword);
        try {
            // The builtin locale orders and folds text alike on every machine; the system's libraries do not.
            var arguments = List.of(
                    "--pgdata=" + unfinished,
                    "--username=" + SUPERUSER,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    instance.isDurable() ? "--sync-method=fsync" : "--no-sync");
            Processes.run(programs.command("initdb", arguments), log, INITDB_LIMIT);
        } finally {
            Files.delete(password);
        }
    }

    @Override
    public List<String> command(Listening at) {
        var arguments = new ArrayList<String>(List.of("-D", data.toString()));
        settings(at.port()).forEach(setting -> arguments.addAll(List.of("-c", setting)));
        return programs.command("postgres", arguments);
    }

    private List<String> settings(int port) {
        var settings = new ArrayList<String>(List.of(
                "listen_addresses=" + Ports.HOST,
                "port=" + port,
                "unix_socket_directories=",
                // Two API processes with full pools, a few tests and a person with psql.
                "max_connections=200",
                "shared_buffers=256MB",
                // One transaction that touches every table of some hundred schemas, as a dump does.
                "max_locks_per_transaction=512",
                "timezone=UTC",
                "log_timezone=UTC",
                "log_line_prefix=%m [%p] %u@%d ",
                "log_lock_waits=on",
                "ssl=on",
                "ssl_cert_file=" + certificates.certificate(),
                "ssl_key_file=" + certificates.key(),
                "ssl_min_protocol_version=TLSv1.2",
                // Statements and their parameters may hold patients' names, and logs are read by more people than
                // tables. Terse leaves out the detail of a broken rule, which quotes the row.
                "log_parameter_max_length=0",
                "log_parameter_max_length_on_error=0",
                "log_min_error_statement=panic",
                "log_error_verbosity=terse"));
        if (!instance.isDurable()) {
            settings.addAll(List.of(
                    "fsync=off",
                    "synchronous_commit=off",
                    "full_page_writes=off",
                    "wal_level=minimal",
                    "max_wal_senders=0"));
        }
        return settings;
    }

    @Override
    public boolean answers(int port) {
        return superuser(port).isAdmitted();
    }

    @Override
    public void furnish(int port) throws IOException {
        try {
            logins.ensureIn(superuser(port), instance.root());
        } catch (SQLException e) {
            throw new LocalStackFailure("PostgreSQL runs, but its logins could not be made: " + e.getMessage(), e);
        }
    }

    @Override
    public Map<String, String> variables(int port) {
        return Map.of(
                "FIRSTFILL_DB_HOST", Ports.HOST,
                "FIRSTFILL_DB_PORT", Integer.toString(port),
                "FIRSTFILL_DB_NAME", DATABASE,
                "FIRSTFILL_DB_APP_PASSWORD", logins.app(),
                "FIRSTFILL_DB_CONTROL_PASSWORD", logins.control(),
                "FIRSTFILL_DB_OWNER_PASSWORD", logins.owner());
    }

    @Override
    public Map<String, String> variablesOverTls(Listening at) {
        return Map.of(
                "FIRSTFILL_DB_TLS",
                "verify-full",
                "FIRSTFILL_DB_CA",
                certificates.authority().toString());
    }

    @Override
    public Duration startLimit() {
        // A crash of a durable instance is followed by a recovery, which takes its time.
        return Duration.ofSeconds(60);
    }

    /** Fast shutdown: clients are disconnected, committed work is safe. */
    @Override
    public String stopSignal() {
        return "INT";
    }

    @Override
    public Duration stopLimit() {
        return Duration.ofSeconds(15);
    }
}
