package dev.firstfill.tenancy.routing;

import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.stream.StreamSupport;
import org.hibernate.reactive.mutiny.Mutiny;

/** The three ways through the door. Each must be as tight as the others, so each test takes all three. */
enum Way {
    HIBERNATE_SESSION {
        @Override
        Uni<List<String>> labels(Door door) {
            return door.transactions.write(READ, desk -> Way.labels(desk.session()));
        }

        @Override
        Uni<Void> put(Door door, String label) {
            return door.transactions.write(PUT, desk -> desk.session().persist(new Shelf(label)));
        }

        @Override
        Uni<List<String>> ask(Door door, String sql) {
            return door.transactions.write(
                    READ,
                    desk -> desk.session().createNativeQuery(sql, String.class).getResultList());
        }

        @Override
        Uni<List<String>> putAndAsk(Door door, String label, String sql) {
            return door.transactions.write(PUT, desk -> desk.session()
                    .persist(new Shelf(label))
                    .chain(desk.session()::flush)
                    .chain(() ->
                            desk.session().createNativeQuery(sql, String.class).getResultList()));
        }
    },

    STATELESS_SESSION {
        @Override
        Uni<List<String>> labels(Door door) {
            return door.transactions.read(READ, desk -> Way.labels(desk.session()));
        }

        @Override
        Uni<Void> put(Door door, String label) {
            return door.transactions.read(PUT, desk -> desk.session().insert(new Shelf(label)));
        }

        @Override
        Uni<List<String>> ask(Door door, String sql) {
            return door.transactions.read(
                    READ,
                    desk -> desk.session().createNativeQuery(sql, String.class).getResultList());
        }

        @Override
        Uni<List<String>> putAndAsk(Door door, String label, String sql) {
            return door.transactions.read(PUT, desk -> desk.session().withTransaction(transaction -> desk.session()
                    .insert(new Shelf(label))
                    .chain(() ->
                            desk.session().createNativeQuery(sql, String.class).getResultList())));
        }
    },

    RAW_CLIENT {
        @Override
        Uni<List<String>> labels(Door door) {
            return ask(door, "select label from pharmacy.shelf order by number");
        }

        @Override
        Uni<Void> put(Door door, String label) {
            return door.client
                    .withConnection(connection -> connection
                            .preparedQuery("insert into pharmacy.shelf (id, label) values ($1, $2)")
                            .execute(Tuple.of(Ids.next(), label)))
                    .replaceWithVoid();
        }

        @Override
        Uni<List<String>> ask(Door door, String sql) {
            return door.client.preparedQuery(sql).execute().map(Way::firstColumn);
        }

        @Override
        Uni<List<String>> putAndAsk(Door door, String label, String sql) {
            return door.client.withTransaction(connection -> connection
                    .preparedQuery("insert into pharmacy.shelf (id, label) values ($1, $2)")
                    .execute(Tuple.of(Ids.next(), label))
                    .chain(() -> connection.query(sql).execute())
                    .map(Way::firstColumn));
        }
    };

    private static final Act READ = Act.unrecorded("read", "shelf");
    private static final Act PUT = Act.unrecorded("put", "shelf");

    /** All labels in the order of the shelves' numbers, asked of the entity where there is one. */
    abstract Uni<List<String>> labels(Door door);

    abstract Uni<Void> put(Door door, String label);

    /** The first column, which is text. */
    abstract Uni<List<String>> ask(Door door, String sql);

    /** In one transaction, which ends as the statement does. */
    abstract Uni<List<String>> putAndAsk(Door door, String label, String sql);

    private static Uni<List<String>> labels(Mutiny.QueryProducer session) {
        return session.createSelectionQuery("select s.label from Shelf s order by s.id", String.class)
                .getResultList();
    }

    private static List<String> firstColumn(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getString(0))
                .toList();
    }
}
