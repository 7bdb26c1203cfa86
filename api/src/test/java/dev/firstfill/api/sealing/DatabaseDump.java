package dev.firstfill.api.sealing;

import dev.firstfill.api.testing.Canaries;
import dev.firstfill.api.testing.Canaries.Finding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that somebody has who has the database: every row of every table, with its bytes as they are and as a dump prints
 * them, and the files the tables and indexes lie in.
 */
final class DatabaseDump {
    private final Connection superuser;
    private final List<String> schemas;

    DatabaseDump(Connection superuser, String... schemas) {
        this.superuser = superuser;
        this.schemas = List.of(schemas);
    }

    /** Where the planted values stand, by table or file. */
    Map<String, List<Finding>> findings(Canaries canaries) throws SQLException, IOException {
        var findings = new LinkedHashMap<String, List<Finding>>();
        for (var table : relations("'r', 'p'")) {
            keep(findings, table, canaries.in(rows(table)));
        }
        return findings;
    }

    /** What the server has written to its files, which holds more than its tables show: old rows, index entries. */
    Map<String, List<Finding>> findingsInFiles(Canaries canaries) throws SQLException, IOException {
        execute("checkpoint");
        var folder = Path.of(one("show data_directory"));
        var findings = new LinkedHashMap<String, List<Finding>>();
        for (var relation : relations("'r', 'p', 'i', 'S'")) {
            for (var path : List.of(
                    one("select pg_relation_filepath('%s')".formatted(relation)), one("""
                            select coalesce(pg_relation_filepath(nullif(reltoastrelid, 0)), '') from pg_class
                            where oid = '%s'::regclass
                            """.formatted(relation)))) {
                var file = folder.resolve(path);
                if (!path.isEmpty() && Files.exists(file)) {
                    keep(findings, relation + " in " + path, canaries.in(Files.readAllBytes(file)));
                }
            }
        }
        return findings;
    }

    private static void keep(Map<String, List<Finding>> findings, String where, List<Finding> found) {
        if (!found.isEmpty()) {
            findings.put(where, found);
        }
    }

    List<String> tables() throws SQLException {
        return relations("'r', 'p'");
    }

    private List<String> relations(String kinds) throws SQLException {
        var names = new ArrayList<String>();
        for (var schema : schemas) {
            names.addAll(column("""
                    select format('%%I.%%I', n.nspname, c.relname)
                    from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where n.nspname = '%s' and c.relkind in (%s)
                    order by c.relname
                    """.formatted(schema, kinds)));
        }
        return names;
    }

    private byte[] rows(String table) throws SQLException {
        var all = new ByteArrayOutputStream();
        try (var statement = superuser.createStatement();
                var rows = statement.executeQuery("select to_jsonb(r)::text, r.* from %s r".formatted(table))) {
            var columns = rows.getMetaData();
            while (rows.next()) {
                all.writeBytes(rows.getString(1).getBytes(StandardCharsets.UTF_8));
                for (int column = 2; column <= columns.getColumnCount(); column++) {
                    var value = columns.getColumnTypeName(column).equals("bytea")
                            ? rows.getBytes(column)
                            : text(rows.getString(column));
                    all.writeBytes(value == null ? new byte[0] : value);
                    all.write('\n');
                }
            }
        }
        return all.toByteArray();
    }

    private static byte[] text(String value) {
        return value == null ? null : value.getBytes(StandardCharsets.UTF_8);
    }

    private String one(String sql) throws SQLException {
        return column(sql).get(0);
    }

    List<String> column(String sql) throws SQLException {
        var values = new ArrayList<String>();
        try (var statement = superuser.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private void execute(String sql) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
