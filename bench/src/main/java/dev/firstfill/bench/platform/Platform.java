package dev.firstfill.bench.platform;

import dev.firstfill.bench.measure.Meter;
import dev.firstfill.bench.measure.Setting;
import dev.firstfill.local.LocalStack;
import dev.firstfill.local.Superuser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The local servers of the instance {@code bench}, and programs started on them. */
public final class Platform implements AutoCloseable {
    public static final String INSTANCE = "bench";
    public static final String DATABASE = "firstfill";

    private final Setting setting;
    private final LocalStack stack;
    private final Path folder;
    private @Nullable Operator operator;

    private Platform(Setting setting, LocalStack stack, Path folder) {
        this.setting = setting;
        this.stack = stack;
        this.folder = folder;
    }

    public static Platform start(Setting setting) throws IOException {
        // The tokens' class looks for servers by these names when it is first used.
        System.setProperty("firstfill.root", setting.root().toString());
        System.setProperty("firstfill.tests.instance", INSTANCE);
        var stack = LocalStack.named(INSTANCE).start();
        if (!Meter.sees("postgres") || !Meter.sees("redis-server")) {
            stack.close();
            throw new IllegalStateException(
                    "Another program runs the servers of '%s', or they are not on this machine: end it first."
                            .formatted(INSTANCE));
        }
        System.setProperty("FIRSTFILL_KEYCLOAK_URL", stack.environment().get("FIRSTFILL_KEYCLOAK_URL"));
        var folder = Files.createDirectories(
                setting.root().resolve(".local").resolve(INSTANCE).resolve("run"));
        return new Platform(setting, stack, folder);
    }

    public Setting setting() {
        return setting;
    }

    /** For scripts and logs of this run. */
    public Path folder() {
        return folder;
    }

    /** The program as it is shipped. */
    public Api api() throws Exception {
        return api(Map.of());
    }

    /** @param variables other than usual */
    public Api api(Map<String, String> variables) throws Exception {
        return Api.start(this, "api", Api.shipped(this), List.of(), variables);
    }

    /** @param flags for Java, behind those that were given for the whole run */
    public Api api(String name, Path program, List<String> flags) throws Exception {
        return Api.start(this, name, program, flags, Map.of());
    }

    Map<String, String> environment() {
        var variables = new TreeMap<>(stack.environment());
        var kept = folder.getParent();
        variables.put(
                "FIRSTFILL_KEY_FILE", kept.resolve("key-encryption-key.json").toString());
        variables.put("FIRSTFILL_KEY_CREATE", "true");
        variables.put("FIRSTFILL_CHECKPOINTS", kept.resolve("checkpoints").toString());
        variables.put("FIRSTFILL_MIGRATE_CONTROL_AT_START", "true");
        variables.put("FIRSTFILL_CURSOR_SECRET", "of the bench");
        variables.put("FIRSTFILL_LOG_JSON", "false");
        return variables;
    }

    public Superuser superuser() {
        return stack.superuser();
    }

    public String ownerPassword() {
        return stack.environment().getOrDefault("FIRSTFILL_DB_OWNER_PASSWORD", "");
    }

    public Connection connect() throws SQLException {
        return stack.superuser().connect(DATABASE);
    }

    public void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** One for the whole run: what it has released once, the database remembers. */
    Operator nextReleases() throws IOException {
        if (operator == null) {
            operator = Operator.ofNextReleases(this);
        }
        return operator;
    }

    /** One number out of the database. */
    public long number(String query) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** One line out of the database. */
    public String text(String query) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() {
        stack.close();
    }
}
