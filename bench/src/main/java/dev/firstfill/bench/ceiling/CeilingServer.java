package dev.firstfill.bench.ceiling;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.pgclient.PgConnectOptions;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The least program that answers the same row over HTTP: no token, no routing, no permission, no keys, no record of who
 * asked. As many event loops and connections as ours has, a share of the connections for each loop, so that none is
 * crossed.
 *
 * <p>Arguments: port, database's address, port, user, password, connections in all, bytes of an answer, and a file with
 * one schema a line.
 */
public final class CeilingServer {
    private static final int LOOPS = Math.max(2, Runtime.getRuntime().availableProcessors());
    private static final int PREPARED_STATEMENTS_MAX = 512;
    private static final int PIPELINED_MAX = 256;

    private CeilingServer() {}

    public static void main(String[] words) throws Exception {
        var database = new PgConnectOptions()
                .setHost(words[1])
                .setPort(Integer.parseInt(words[2]))
                .setUser(words[3])
                .setPassword(words[4])
                .setDatabase("firstfill")
                .setCachePreparedStatements(true)
                .setPreparedStatementCacheMaxSize(PREPARED_STATEMENTS_MAX)
                .setPipeliningLimit(PIPELINED_MAX);
        database.setPreparedStatementCacheSqlFilter(sql -> true);
        int port = Integer.parseInt(words[0]);
        int connections = Integer.parseInt(words[5]);
        int answerBytes = Integer.parseInt(words[6]);
        var schemas = Files.readAllLines(Path.of(words[7]));
        var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(LOOPS));
        vertx.deployVerticle(
                        () -> new RowServer(port, database, connections / LOOPS, answerBytes, schemas),
                        new DeploymentOptions().setInstances(LOOPS))
                .onSuccess(deployed -> System.out.println("ready"))
                .onFailure(failure -> {
                    System.err.println(failure);
                    System.exit(1);
                });
    }
}
