package dev.firstfill.tenancy.routing;

import java.util.List;

/** One statement with gaps where the schema belongs. */
final class SchemaTemplate {
    private final List<String> parts;
    private final int lengthWithoutSchemas;

    private SchemaTemplate(List<String> parts) {
        this.parts = List.copyOf(parts);
        this.lengthWithoutSchemas = parts.stream().mapToInt(String::length).sum();
    }

    /** @throws RoutingFault when the statement is more than one, or could do more than read and change rows */
    static SchemaTemplate of(String sql) {
        return new SchemaTemplate(new StatementScanner(sql).parts());
    }

    String in(String schema) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        var sql = new StringBuilder(lengthWithoutSchemas + schema.length() * (parts.size() - 1)).append(parts.get(0));
        for (int part = 1; part < parts.size(); part++) {
            sql.append(schema).append(parts.get(part));
        }
        return sql.toString();
    }
}
