package dev.firstfill.tenancy.routing;

import io.quarkus.logging.Log;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Writes the tenant's schema into statements; scans each distinct statement once. */
final class SchemaNames {
    /**
     * Our statements are constants, a few hundred in all. A number beyond this means that somebody builds SQL at run
     * time; then each is scanned anew, which is slow but right, and memory stays bounded.
     */
    static final int TEMPLATES_MAX = 2_048;

    private final Map<String, SchemaTemplate> templates = new ConcurrentHashMap<>();

    String in(String schema, String sql) {
        var template = templates.get(sql);
        if (template == null) {
            template = remember(sql);
        }
        return template.in(schema);
    }

    private SchemaTemplate remember(String sql) {
        var template = SchemaTemplate.of(sql);
        if (templates.size() < TEMPLATES_MAX) {
            templates.put(sql, template);
        } else {
            Log.warnf("More than %d distinct statements: something builds SQL at run time", TEMPLATES_MAX);
        }
        return template;
    }

    int remembered() {
        return templates.size();
    }
}
