package dev.firstfill.tenancy.routing;

import static dev.firstfill.tenancy.OnePlatform.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.tenancy.OnePlatform;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How often the socket is written to, since each time costs both sides a call of the system. */
class OneFlushTest {
    private static OnePlatform platform;
    private static Pool bare;

    @BeforeAll
    static void oneConnection() {
        platform = OnePlatform.open();
        bare = TestPools.bare(platform, 1);
    }

    @AfterAll
    static void close() {
        platform.close();
    }

    @Test
    void what_is_sent_in_one_turn_leaves_in_one_flush() {
        int flushes = await(Uni.createFrom().completionStage(() -> bare.withConnection(connection -> {
                    var channel = new NodeConnection(connection, () -> {}).channel();
                    var counter = new Counter();
                    return threeAtOnce(connection, channel)
                            .onSuccess(prepared -> channel.pipeline().addFirst(counter))
                            .compose(prepared -> threeAtOnce(connection, channel))
                            .map(answered -> counter.flushes.get());
                })
                .toCompletionStage()));

        assertThat(flushes).isEqualTo(1);
    }

    private static Future<Void> threeAtOnce(SqlConnection connection, Channel channel) {
        var all = Promise.<Void>promise();
        channel.eventLoop().execute(() -> Future.all(
                        connection.query("begin").execute(),
                        connection.preparedQuery("select 1").execute(),
                        connection.query("commit").execute())
                .<Void>mapEmpty()
                .onComplete(all));
        return all.future();
    }

    /** Nearest to the socket, so it sees what the handlers before it let through. */
    private static final class Counter extends ChannelOutboundHandlerAdapter {
        private final AtomicInteger flushes = new AtomicInteger();

        @Override
        public void flush(ChannelHandlerContext socket) {
            flushes.incrementAndGet();
            socket.flush();
        }
    }
}
