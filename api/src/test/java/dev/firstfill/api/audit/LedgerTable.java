package dev.firstfill.api.audit;

import dev.firstfill.local.LocalStack;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A pharmacy's ledger as a superuser sees it. */
final class LedgerTable {
    private static final LocalStack STACK = LocalStack.named("check").start();

    private final Tenant tenant;

    LedgerTable(Tenant tenant) {
        this.tenant = tenant;
    }

    /** @param entry what may be read by whoever reads the ledger */
    record Row(
            long seq,
            UUID id,
            String act,
            String outcome,
            List<UUID> persons,
            JsonObject entry,
            @Nullable String sealed) {
        List<String> fields() {
            return entry.getJsonArray("fields").stream().map(String::valueOf).toList();
        }
    }

    List<Row> rows() {
        try (var superuser = superuser();
                var statement = superuser.createStatement();
                var found = statement.executeQuery("""
                        select seq, id, act, outcome, person, persons, entry::text, encode(sealed, 'escape')
                        from %s.audit_record order by seq
                        """.formatted(tenant.schema()))) {
            var rows = new ArrayList<Row>();
            while (found.next()) {
                rows.add(new Row(
                        found.getLong(1),
                        found.getObject(2, UUID.class),
                        found.getString(3),
                        found.getString(4),
                        persons(found.getObject(5, UUID.class), found.getArray(6)),
                        new JsonObject(found.getString(7)),
                        found.getString(8)));
            }
            return rows;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<UUID> persons(@Nullable UUID one, java.sql.@Nullable Array several) throws SQLException {
        if (several != null) {
            return List.of((UUID[]) several.getArray());
        }
        return one == null ? List.of() : List.of(one);
    }

    void asSuperuser(String sql) {
        try (var superuser = superuser();
                var statement = superuser.createStatement()) {
            statement.execute(placed(sql));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    String placed(String sql) {
        return sql.replace("ledger", tenant.schema() + ".audit_record").replace("pharmacys_role", tenant.role());
    }

    static Connection superuser() throws SQLException {
        return STACK.superuser().connect("firstfill");
    }
}
