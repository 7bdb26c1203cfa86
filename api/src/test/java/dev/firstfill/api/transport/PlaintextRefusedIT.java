package dev.firstfill.api.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.api.testing.PackagedApi;
import dev.firstfill.local.LocalStack;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PlaintextRefusedIT {
    private static LocalStack stack;

    @BeforeAll
    static void start() {
        stack = LocalStack.named("check").start();
    }

    @ParameterizedTest
    @CsvSource({
        "FIRSTFILL_TLS_CERT, '', FIRSTFILL_TLS_CERT",
        "QUARKUS_HTTP_INSECURE_REQUESTS, enabled, QUARKUS_HTTP_INSECURE_REQUESTS",
        "QUARKUS_HTTP_INSECURE_REQUESTS, redirect, QUARKUS_HTTP_INSECURE_REQUESTS",
        "FIRSTFILL_DB_TLS, disable, FIRSTFILL_DB_TLS",
        "FIRSTFILL_REDIS_URL, redis://127.0.0.1:6379, FIRSTFILL_REDIS_URL",
        "FIRSTFILL_KEYCLOAK_URL, http://127.0.0.1:8180, FIRSTFILL_KEYCLOAK_URL"
    })
    void one_gap_is_enough_to_refuse_the_start(String variable, String value, String named) throws Exception {
        var environment = PackagedApi.environment(stack.environmentOverTls());
        environment.put(variable, value);

        try (var api = PackagedApi.started(environment, "refused-api.log")) {
            assertThat(api.exitCode()).as(api.log()).isEqualTo(1);
            assertThat(api.log().lines())
                    .filteredOn(line -> line.startsWith("Refusing to start"))
                    .singleElement()
                    .asString()
                    .contains(named);
            assertThat(api.log()).doesNotContain("Exception");
        }
    }

    @Test
    void a_program_that_was_told_nothing_refuses_as_well() throws Exception {
        var secretsAlone = Map.of(
                "FIRSTFILL_CURSOR_SECRET", "x",
                "FIRSTFILL_DB_APP_PASSWORD", "x",
                "FIRSTFILL_DB_CONTROL_PASSWORD", "x",
                "FIRSTFILL_DB_OWNER_PASSWORD", "x");

        try (var api = PackagedApi.started(secretsAlone, "untold-api.log")) {
            assertThat(api.exitCode()).as(api.log()).isEqualTo(1);
            assertThat(api.log()).contains("FIRSTFILL_TLS_CERT", "FIRSTFILL_REDIS_URL", "FIRSTFILL_KEYCLOAK_URL");
        }
    }

    @Test
    void plaintext_that_is_allowed_is_warned_of() {
        var environment = PackagedApi.environment(stack.environment());
        assertThat(environment).containsEntry("FIRSTFILL_PLAINTEXT_ALLOWED", "true");

        try (var api = PackagedApi.started(environment, "allowed-api.log")) {
            Awaitility.await().until(() -> api.log().contains("Listening on"));
            assertThat(api.log().lines().filter(line -> line.contains("FIRSTFILL_PLAINTEXT_ALLOWED")))
                    .hasSize(4)
                    .allSatisfy(line -> assertThat(line).contains("WARN"));
        }
    }
}
