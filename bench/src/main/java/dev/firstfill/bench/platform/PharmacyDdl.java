package dev.firstfill.bench.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A pharmacy's schema as plain SQL: the migrations of this repository, written for one schema. */
public final class PharmacyDdl {
    private final List<String> migrations;

    private PharmacyDdl(List<String> migrations) {
        this.migrations = List.copyOf(migrations);
    }

    public static PharmacyDdl in(Path root) throws IOException {
        var migrations = new ArrayList<String>();
        try (var files = Files.list(root.resolve("src/main/resources/db/tenant"))) {
            for (var file : files.sorted().toList()) {
                migrations.add(Files.readString(file));
            }
        }
        return new PharmacyDdl(migrations);
    }

    public int version() {
        return migrations.size();
    }

    /** Role, schema, and each step with its line in the history, in one transaction. */
    public String creation(String schema) {
        var sql = new StringBuilder("""
                begin;
                create role %1$s nologin;
                grant %1$s to firstfill_app with inherit false, set true;
                create schema %1$s;
                grant usage on schema %1$s to %1$s;
                create table %1$s.migration (
                  version integer primary key, name varchar(80) not null, checksum char(64) not null,
                  applied_at timestamptz not null default clock_timestamp()
                );
                """.formatted(schema));
        for (int place = 0; place < migrations.size(); place++) {
            sql.append(writtenFor(schema, migrations.get(place)))
                    .append(";\ninsert into %s.migration (version, name, checksum) values (%d, 'bench', '%s');%n"
                            .formatted(schema, place + 1, "0".repeat(64)));
        }
        return sql.append("commit;\n").toString();
    }

    /** As the migrator puts the schema in, which its own tests look at more closely. */
    public static String writtenFor(String schema, String sql) {
        return sql.replaceAll("(?<![\\w.\"])pharmacy(?=\\.[a-z_])", schema)
                .replaceAll("(?<![\\w.\"])pharmacy_role(?!\\w)", schema);
    }
}
