package dev.firstfill.tenancy.routing;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import io.quarkus.logging.Log;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import org.jspecify.annotations.Nullable;

/**
 * A borrowed connection and the memory of which role it has. The memory lies in the socket's channel: it lives exactly
 * as long as the server's session does, so it can never speak of another one.
 */
final class NodeConnection {
    private static final AttributeKey<String> ROLE = AttributeKey.valueOf(NodeConnection.class, "role");

    private final PgConnection connection;
    private final Channel channel;

    NodeConnection(SqlConnection connection) {
        this.connection = PgConnection.cast(connection);
        // Internal API of the driver, which knows no public way to the socket behind a pooled connection.
        var socket = (SocketConnectionBase)
                ((SqlConnectionInternal) connection).unwrap().unwrap();
        this.channel = socket.socket().channelHandlerContext().channel();
    }

    PgConnection connection() {
        return connection;
    }

    @Nullable
    String role() {
        return channel.attr(ROLE).get();
    }

    /**
     * Sends the switch and does not wait: the driver keeps the order on a connection, so whatever is sent next runs
     * under the new role, or under the old one if the switch fails, and is then refused for its name.
     */
    void become(String role) {
        if (role.equals(role())) {
            return;
        }
        channel.attr(ROLE).set(role);
        connection.query("set role " + role).execute().onFailure(failure -> {
            channel.attr(ROLE).set(null);
            channel.close();
            Log.warnf("Role switch refused, connection closed (role=%s): %s", role, failure.getMessage());
        });
    }
}
