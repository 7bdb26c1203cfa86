package dev.firstfill.api.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.firstfill.api.contract.Committed;
import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.Pharmacies;
import dev.firstfill.api.testing.RealStack;
import dev.firstfill.api.testing.Requests;
import dev.firstfill.api.testing.Tokens;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** {@code docs/clients.md}, executed: both quick starts as processes of their own, against this API. */
@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class GeneratedClientsTest {
    private static final int PROCESS_MAX_SECONDS = 60;

    @Test
    void the_quick_start_in_typescript_does_what_it_shows() throws Exception {
        var pharmacy = Pharmacies.another();

        var output = run(pharmacy, "node", built("openapi/target/typescript/quickstart.js"));

        assertThatItWorked(pharmacy, output);
    }

    @Test
    void the_quick_start_in_java_does_what_it_shows() throws Exception {
        var pharmacy = Pharmacies.another();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classPath = built("openapi/java/target/classes") + File.pathSeparator + built("openapi/java/target/lib")
                + File.separator + "*";

        var output = run(pharmacy, java, "-cp", classPath, "dev.firstfill.quickstart.QuickStart");

        assertThatItWorked(pharmacy, output);
    }

    private static void assertThatItWorked(Tenant pharmacy, String output) {
        assertThat(output).isEqualTo("""
                registered P1001
                refused with patient-not-found: There is no such patient.
                """);
        Requests.as(pharmacy, Role.PHARMACY_MANAGER)
                .get("/v1/patients/P1001")
                .then()
                .header("ETag", "\"2\"")
                .body("name.family", equalTo("Vega"))
                .body("phones[0].number", equalTo("+15185550199"))
                .body("$", not(hasKey("language")));
    }

    private static String run(Tenant pharmacy, String... command) throws IOException, InterruptedException {
        var output = Files.createTempFile("client", ".log");
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().put("FIRSTFILL_URL", "http://127.0.0.1:" + RestAssured.port);
            builder.environment().put("FIRSTFILL_TOKEN", Tokens.of(pharmacy, Role.PHARMACY_MANAGER));
            var process = builder.start();
            if (!process.waitFor(PROCESS_MAX_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(
                        "It did not end within %d s: %s".formatted(PROCESS_MAX_SECONDS, Files.readString(output)));
            }
            assertThat(process.exitValue()).as(Files.readString(output)).isZero();
            return Files.readString(output);
        } finally {
            Files.delete(output);
        }
    }

    private static String built(String path) {
        var file = Committed.file(path);
        assertThat(file)
                .as("The clients have to be generated and compiled first, by bin/contract")
                .exists();
        return file.toString();
    }
}
