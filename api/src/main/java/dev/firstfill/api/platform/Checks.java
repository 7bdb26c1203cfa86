package dev.firstfill.api.platform;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** How every readiness check asks: briefly, and without saying more than up or down. */
final class Checks {
    /** Probes come every few seconds; one that hangs must not pile up. */
    static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);

    private Checks() {}

    /** Without it nobody can be served. */
    static Uni<HealthCheckResponse> needed(String dependency, Uni<?> ping) {
        return answered(ping)
                .map(up -> HealthCheckResponse.named(dependency).status(up).build());
    }

    /** Without it requests are still served; the data says that it is missing. */
    static Uni<HealthCheckResponse> helpful(String dependency, Uni<?> ping) {
        return answered(ping).map(up -> HealthCheckResponse.named(dependency)
                .up()
                .withData("reachable", up)
                .build());
    }

    private static Uni<Boolean> answered(Uni<?> ping) {
        return ping.replaceWith(true)
                .ifNoItem()
                .after(ANSWER_WITHIN)
                .recoverWithItem(false)
                .onFailure()
                .recoverWithItem(false);
    }
}
