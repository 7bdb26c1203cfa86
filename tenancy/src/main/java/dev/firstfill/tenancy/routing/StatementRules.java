package dev.firstfill.tenancy.routing;

import java.util.Set;

/**
 * What a tenant's statement may not be or name. A connection serves one pharmacy after another, so nothing that stays
 * with the session may be done by any of them: become another role, open a cursor that outlives its transaction,
 * prepare or drop a statement, begin a transaction that the driver does not know of, listen, lock.
 *
 * <p>PostgreSQL refuses most of it once more: see {@code db/cluster/logins.sql}.
 */
final class StatementRules {
    /** Reading and changing rows. Whoever needs another kind adds it here and says what it leaves in the session. */
    private static final Set<String> FIRST_WORDS =
            Set.of("select", "insert", "update", "delete", "merge", "with", "values", "table");

    /** What changes the session from inside a select, and what runs a text as a statement without being read here. */
    private static final Set<String> REFUSED_NAMES = Set.of(
            "set_config",
            "pg_settings",
            "query_to_xml",
            "query_to_xmlschema",
            "query_to_xml_and_xmlschema",
            "ts_stat",
            "ts_rewrite",
            "pg_advisory_lock",
            "pg_advisory_lock_shared",
            "pg_try_advisory_lock",
            "pg_try_advisory_lock_shared");

    private StatementRules() {}

    static void mayBegin(String word) {
        if (!FIRST_WORDS.contains(word)) {
            throw new RoutingFault("A statement may read and change rows and nothing else.");
        }
    }

    static void mayName(String name) {
        if (REFUSED_NAMES.contains(name)) {
            throw new RoutingFault("A statement may not change the session it runs in.");
        }
    }
}
