package dev.firstfill.tenancy.migration;

import dev.firstfill.tenancy.OnePlatform;
import dev.firstfill.tenancy.catalogue.Tenant;
import java.util.List;

/** Everything about a schema that a statement can notice, one line each, without the pharmacy's own names. */
final class SchemaShape {

    private SchemaShape() {}

    static List<String> of(OnePlatform platform, Tenant tenant) {
        var schema = tenant.schema();
        return platform.column("""
                        with mine as (select '%s'::regnamespace as schema)
                        select format('%%s %%s', case c.relkind when 'r' then 'table' when 'i' then 'index'
                                 when 'S' then 'sequence' else c.relkind::text end, c.relname)
                               || coalesce(' ' || c.reloptions::text, '') || ' owner ' || c.relowner::regrole
                               || ' grants ' || coalesce(c.relacl::text, 'none') || ' rls ' || c.relrowsecurity
                        from pg_class c, mine where c.relnamespace = mine.schema
                        union all
                        select format('column %%s.%%s at %%s: %%s null %%s default %%s identity %%s grants %%s',
                                 c.relname, a.attname, a.attnum, format_type(a.atttypid, a.atttypmod),
                                 not a.attnotnull, pg_get_expr(d.adbin, d.adrelid), a.attidentity, a.attacl)
                        from pg_attribute a
                        join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'v', 'm', 'p')
                        join mine on c.relnamespace = mine.schema
                        left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                        where a.attnum > 0 and not a.attisdropped
                        union all
                        select format('constraint %%s on %%s: %%s', o.conname, c.relname, pg_get_constraintdef(o.oid))
                        from pg_constraint o join pg_class c on c.oid = o.conrelid, mine
                        where o.connamespace = mine.schema
                        union all
                        select 'index ' || pg_get_indexdef(i.indexrelid)
                        from pg_index i join pg_class c on c.oid = i.indexrelid, mine
                        where c.relnamespace = mine.schema
                        union all
                        select format('sequence %%s %%s start %%s by %%s', c.relname, format_type(s.seqtypid, null),
                                 s.seqstart, s.seqincrement)
                        from pg_sequence s join pg_class c on c.oid = s.seqrelid, mine
                        where c.relnamespace = mine.schema
                        union all
                        select format('function %%s grants %%s', pg_get_functiondef(p.oid), p.proacl)
                        from pg_proc p, mine where p.pronamespace = mine.schema
                        union all
                        select 'trigger ' || pg_get_triggerdef(t.oid)
                        from pg_trigger t join pg_class c on c.oid = t.tgrelid, mine
                        where c.relnamespace = mine.schema and not t.tgisinternal
                        union all
                        select format('schema grants %%s', n.nspacl) from pg_namespace n, mine where n.oid = mine.schema
                        order by 1
                        """.formatted(schema)).stream()
                .map(line -> line.replace(schema, "pharmacy"))
                .toList();
    }
}
