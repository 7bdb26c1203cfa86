package dev.firstfill.api.testing;

import dev.firstfill.tenancy.catalogue.Tenant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What all tables of a pharmacy hold, as the number of rows and a digest for each, to tell whether anything changed.
 * Taken beside the program, so that looking leaves no trace and costs one statement, however much there is.
 */
public final class Imprint {
    /** Asks the database for its tables, so that none can be forgotten here; and writes one question about them all. */
    private static final String QUESTION = """
            select string_agg(
                     format(
                       'select %L as name, count(*) || '' rows, '' || coalesce(sum(hashtextextended(%s, 0)), 0) as held '
                         || 'from %I.%I t',
                       relname, seen, nspname, relname),
                     ' union all ') as question
            from pg_class
            join pg_namespace on pg_namespace.oid = relnamespace
            cross join lateral (
              select case relname
                       when 'outbox_event' then '(t.seq, t.id, t.type, t.subject, t.subject_id, t.version, t.at)::text'
                       else 't::text'
                     end as seen) as looked_at
            where nspname = ? and relkind in ('r', 'p') and relname <> 'audit_record'
            """;

    private static final Map<String, String> QUESTIONS = new ConcurrentHashMap<>();

    private Imprint() {}

    /**
     * By table. Not of the ledger, since every refusal adds to it; of events what they tell, not how far they have been
     * delivered, which goes on in the background.
     */
    public static Map<String, String> of(Tenant pharmacy) {
        var tables = Tables.of(pharmacy);
        var question = QUESTIONS.computeIfAbsent(
                pharmacy.schema(),
                schema -> tables.row(QUESTION, schema).get("question").toString());
        return held(tables, question);
    }

    /** By id: which pharmacies there are, and of ours how they stand. What others do with theirs goes on meanwhile. */
    public static Map<String, String> ofPlatform(Tenant pharmacy, Collection<String> slugs) {
        return held(Tables.of(pharmacy), """
                select id::text as name, case when slug = any (string_to_array(?, ',')) then t::text else 'there' end as held
                from control.tenant t
                """, String.join(",", slugs));
    }

    private static Map<String, String> held(Tables tables, String question, Object... values) {
        var held = new TreeMap<String, String>();
        tables.rows(question, values)
                .forEach(row ->
                        held.put(row.get("name").toString(), row.get("held").toString()));
        return held;
    }
}
