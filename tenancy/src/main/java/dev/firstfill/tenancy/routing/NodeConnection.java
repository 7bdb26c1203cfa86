package dev.firstfill.tenancy.routing;

import io.netty.channel.Channel;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.netty.util.AttributeKey;
import io.quarkus.logging.Log;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A borrowed connection and the memory of which role it has. The memory lies in the socket's channel: it lives exactly
 * as long as the server's session does, so it can never speak of another one.
 */
final class NodeConnection {
    private static final AttributeKey<String> ROLE = AttributeKey.valueOf(NodeConnection.class, "role");
    private static final AttributeKey<Set<String>> ROLES_HAD = AttributeKey.valueOf(NodeConnection.class, "roles had");

    /**
     * The driver flushes after each statement. What is sent in the same turn of the event loop, such as a role switch
     * and the statement it is for, or all that closes a transaction, leaves in one call of the system.
     */
    private static final int STATEMENTS_A_FLUSH = 64;

    private final PgConnection connection;
    private final Channel channel;
    private final Runnable givenBack;
    private volatile Future<Void> switched = Future.succeededFuture();

    /** @param givenBack is told when it has gone back to its pool */
    NodeConnection(SqlConnection connection, Runnable givenBack) {
        this.connection = PgConnection.cast(connection);
        this.givenBack = givenBack;
        // Internal API of the driver, which knows no public way to the socket behind a pooled connection.
        var socket = (SocketConnectionBase)
                ((SqlConnectionInternal) connection).unwrap().unwrap();
        this.channel = socket.socket().channelHandlerContext().channel();
        if (channel.pipeline().get(FlushConsolidationHandler.class) == null) {
            channel.pipeline().addFirst(new FlushConsolidationHandler(STATEMENTS_A_FLUSH, true));
        }
    }

    PgConnection connection() {
        return connection;
    }

    Channel channel() {
        return channel;
    }

    @Nullable
    String role() {
        return channel.attr(ROLE).get();
    }

    /**
     * Sends the switch, and waits for the answer where this session has not had the role before: a backend that looked
     * up its roles while a pharmacy was being opened can go on without that pharmacy's for as long as it lives. A role
     * it once had is not waited for. The driver keeps the order on a connection, so whatever is sent next runs under
     * that role, or under the old one if the switch fails, and is then refused for its name.
     *
     * @return fails when the switch was refused; the connection is closed then, and nothing else was sent
     */
    Future<Void> become(String role) {
        if (role.equals(role())) {
            return Future.succeededFuture();
        }
        channel.attr(ROLE).set(role);
        var answered = connection.query("set role " + role).execute().<Void>mapEmpty();
        switched = answered.recover(failure -> {
            Log.warnf("Role switch refused, connection closed (role=%s): %s", role, failure.getMessage());
            return shut();
        });
        if (rolesHad().contains(role)) {
            return Future.succeededFuture();
        }
        return answered.onSuccess(taken -> rolesHad().add(role))
                .recover(refused -> switched.transform(shut -> answered));
    }

    private Set<String> rolesHad() {
        var had = channel.attr(ROLES_HAD);
        if (had.get() == null) {
            had.set(ConcurrentHashMap.newKeySet());
        }
        return had.get();
    }

    Future<Void> shut() {
        channel.attr(ROLE).set(null);
        var shut = Promise.<Void>promise();
        channel.close().addListener(closed -> shut.complete());
        return shut.future();
    }

    /** Waits for the switch to be answered, so that no other tenant is lent a connection that is about to be closed. */
    Future<Void> giveBack() {
        return switched.eventually(() -> connection.close()).onComplete(gone -> givenBack.run());
    }

    boolean isOpen() {
        return channel.isActive();
    }

    /** Gives a broken connection back when the event loop has had its turn to tell the pool that it broke. */
    Future<Void> discard() {
        var discarded = Promise.<Void>promise();
        channel.eventLoop().execute(() -> connection.close().onComplete(given -> discarded.complete()));
        return discarded.future();
    }
}
