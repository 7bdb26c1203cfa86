package dev.firstfill.local;

import static dev.firstfill.local.Server.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PostgresOnThisMachineTest {

    private Path root;
    private Instance instance;

    @BeforeEach
    void make_another_root() throws IOException {
        root = OtherRoot.make();
        instance = new Instance(root, "trial");
    }

    @AfterEach
    void leave_nothing_running() throws IOException {
        RunningServer.read(instance.folder(POSTGRES))
                .flatMap(running -> running.process().alive())
                .ifPresent(ProcessHandle::destroyForcibly);
        Tree.delete(root);
    }

    @Test
    void the_platforms_logins_get_in_and_the_app_login_may_do_nothing() throws SQLException {
        try (var stack = start(instance)) {
            assertThat(userOf(stack, "firstfill_owner", "FIRSTFILL_DB_OWNER_PASSWORD"))
                    .isEqualTo("firstfill_owner");
            assertThat(userOf(stack, "firstfill_control", "FIRSTFILL_DB_CONTROL_PASSWORD"))
                    .isEqualTo("firstfill_control");
            assertThat(userOf(stack, "firstfill_app", "FIRSTFILL_DB_APP_PASSWORD"))
                    .isEqualTo("firstfill_app");
            assertThatThrownBy(() -> userOf(stack, "firstfill_app", "FIRSTFILL_DB_OWNER_PASSWORD"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void closing_it_ends_the_server() throws Exception {
        var stack = start(instance);
        var server = server();

        stack.close();

        assertThat(server.isAlive()).isFalse();
        assertThat(Files.readString(instance.log("postgres"))).contains("database system is shut down");
    }

    @Test
    void who_asks_next_finds_it_and_leaves_it_running() throws Exception {
        try (var first = start(instance)) {
            var server = server();

            var second = start(instance);
            second.close();

            assertThat(second.environment()).isEqualTo(first.environment());
            assertThat(server.isAlive()).isTrue();
            assertThat(userOf(first, "firstfill_app", "FIRSTFILL_DB_APP_PASSWORD"))
                    .isEqualTo("firstfill_app");
        }
    }

    @Test
    void two_who_start_at_once_share_one_server() {
        var first = CompletableFuture.supplyAsync(() -> start(instance));
        var second = CompletableFuture.supplyAsync(() -> start(instance));

        try (var one = first.join();
                var other = second.join()) {
            assertThat(one.environment()).isEqualTo(other.environment());
        }
    }

    @Test
    void a_killed_server_is_replaced_and_what_was_committed_is_still_there() throws Exception {
        instance = new Instance(root, "dev");
        try (var stack = start(instance);
                var connection = stack.superuser().connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("create schema promised; create table promised.answers as select 42 as answer");
            var server = server();
            server.destroyForcibly();
            server.onExit().get(10, TimeUnit.SECONDS);

            try (var again = start(instance)) {
                assertThat(again.environment()).isEqualTo(stack.environment());
                assertThat(answer(again, "select answer from promised.answers")).isEqualTo("42");
            }
        }
    }

    @Test
    void an_instance_for_tests_begins_empty() throws SQLException {
        try (var stack = start(instance);
                var connection = stack.superuser().connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("create table left_over ()");
        }

        try (var again = start(instance)) {
            assertThat(answer(again, "select count(*) from pg_tables where tablename = 'left_over'"))
                    .isEqualTo("0");
        }
    }

    @Test
    void the_pid_file_of_a_crash_does_not_bar_the_way_when_a_stranger_has_its_number() throws Exception {
        instance = new Instance(root, "dev");
        start(instance).close();
        var stranger = ProcessHandle.current().pid();
        Files.writeString(instance.folder(POSTGRES).resolve("data/postmaster.pid"), stranger + "\n");

        try (var stack = start(instance)) {
            assertThat(answer(stack, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void a_half_made_data_folder_is_never_taken_for_a_whole_one() throws Exception {
        var halfMade = Files.createDirectories(instance.folder(POSTGRES).resolve("unfinished-999999999-1"));
        Files.writeString(halfMade.resolve("PG_VERSION"), "18\n");

        try (var stack = start(instance)) {
            assertThat(answer(stack, "select 1")).isEqualTo("1");
        }
        assertThat(halfMade).doesNotExist();
    }

    @Test
    void it_ends_when_the_program_that_started_it_is_killed() throws Exception {
        var owner = program("start", "trial", "postgres");
        var started = readUntil(owner, "FIRSTFILL_DB_PORT");
        var server = server();

        owner.destroyForcibly();

        assertThat(started).contains("FIRSTFILL_DB_PORT");
        assertThat(server.onExit().get(20, TimeUnit.SECONDS).isAlive()).isFalse();
    }

    @Test
    void its_secrets_are_its_owners_alone() throws IOException {
        try (var stack = start(instance)) {
            var secrets = instance.folder().resolve("secrets.properties");

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                    .isEqualTo("rw-------");
            assertThat(Files.readString(secrets)).contains(stack.environment().get("FIRSTFILL_DB_APP_PASSWORD"));
            assertThat(stack.superuser().toString())
                    .doesNotContain(stack.superuser().password());
        }
    }

    private static LocalStack start(Instance instance) {
        return LocalStack.of(instance).with(EnumSet.of(POSTGRES)).start();
    }

    private ProcessHandle server() throws IOException {
        return RunningServer.read(instance.folder(POSTGRES))
                .orElseThrow()
                .process()
                .alive()
                .orElseThrow();
    }

    private Process program(String... words) throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Dfirstfill.root=" + root,
                "-cp",
                System.getProperty("java.class.path"),
                LocalCommand.class.getName()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static String readUntil(Process program, String sign) throws IOException {
        var said = new StringBuilder();
        var reader = program.inputReader();
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            said.append(line).append('\n');
            if (line.contains(sign)) {
                break;
            }
        }
        return said.toString();
    }

    private static String userOf(LocalStack stack, String user, String passwordVariable) throws SQLException {
        var environment = stack.environment();
        var url = "jdbc:postgresql://%s:%s/%s"
                .formatted(
                        environment.get("FIRSTFILL_DB_HOST"),
                        environment.get("FIRSTFILL_DB_PORT"),
                        environment.get("FIRSTFILL_DB_NAME"));
        try (var connection = DriverManager.getConnection(url, user, environment.get(passwordVariable));
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select current_user")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String answer(LocalStack stack, String query) throws SQLException {
        try (var connection = stack.superuser().connect("postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
