package dev.firstfill.api.platform;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Takes away what SmallRye wraps around each step of each {@code Uni} to carry contexts from thread to thread. Here all
 * of them, the tenant's and CDI's, hang on the Vert.x context of the request, and whoever leaves that context comes
 * back to it by name ({@code WayBack}, {@code Turn}, {@code ClientBudget}); see decision 35.
 */
@Singleton
class Propagation {
    private static final int FIRST = 1;

    void end(@Observes @Priority(FIRST) StartupEvent starting) {
        Infrastructure.clearInterceptors();
    }
}
