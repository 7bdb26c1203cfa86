package dev.firstfill.api.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TransportTest {
    private static final String REDIS = "rediss://redis.example:6379";
    private static final String KEYCLOAK = "https://id.example";
    private static final Optional<String> PAYER = Optional.of("https://payer.example/claims");

    @Test
    void with_tls_everywhere_nothing_travels_in_clear() {
        assertThat(new Transport(true, "disabled", "verify-full", List.of(REDIS), KEYCLOAK, PAYER).breaches())
                .isEmpty();
    }

    @Test
    void every_gap_is_named_at_once() {
        assertThat(new Transport(
                                false,
                                "enabled",
                                "disable",
                                List.of("redis://r:1"),
                                "http://id",
                                Optional.of("http://payer"))
                        .breaches())
                .hasSize(5);
    }

    @Test
    void a_redirect_to_https_comes_too_late() {
        assertThat(new Transport(true, "redirect", "verify-full", List.of(REDIS), KEYCLOAK, PAYER).breaches())
                .singleElement()
                .asString()
                .contains("QUARKUS_HTTP_INSECURE_REQUESTS");
    }

    @Test
    void encryption_that_does_not_ask_who_is_there_is_not_enough() {
        assertThat(new Transport(true, "disabled", "require", List.of(REDIS), KEYCLOAK, PAYER).breaches())
                .singleElement()
                .asString()
                .contains("FIRSTFILL_DB_TLS");
    }

    @Test
    void one_host_of_redis_in_clear_is_one_too_many() {
        assertThat(new Transport(true, "disabled", "verify-full", List.of(REDIS, "redis://r:1"), KEYCLOAK, PAYER)
                        .breaches())
                .singleElement()
                .asString()
                .contains("FIRSTFILL_REDIS_URL");
    }

    @Test
    void a_payer_is_asked_over_tls_or_is_not_there() {
        assertThat(transportTo(Optional.of("http://payer.example/claims")).breaches())
                .singleElement()
                .asString()
                .contains("FIRSTFILL_PAYER_URL");
        assertThat(transportTo(Optional.empty()).breaches()).isEmpty();
    }

    private static Transport transportTo(Optional<String> payer) {
        return new Transport(true, "disabled", "verify-full", List.of(REDIS), KEYCLOAK, payer);
    }
}
