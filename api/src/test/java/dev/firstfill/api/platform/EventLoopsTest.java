package dev.firstfill.api.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.api.testing.RealStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Inject;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class EventLoopsTest {
    @Inject
    Vertx vertx;

    @Test
    void there_is_one_for_each_processor_and_no_fewer_than_two() {
        assertThat(((VertxInternal) vertx).getEventLoopGroup())
                .hasSize(Math.max(2, Runtime.getRuntime().availableProcessors()));
    }
}
