package dev.firstfill.tenancy.audit;

import dev.firstfill.tenancy.catalogue.TenantId;
import dev.firstfill.tenancy.routing.Statement;
import io.vertx.core.buffer.Buffer;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Appends records to the chain in a transaction: first the lock, then the append. The lock makes appends of one
 * pharmacy wait for each other until they are committed, so that each sees the one before it; the database reckons the
 * hashes, because only there the last one is known.
 */
public final class LedgerStatements {
    private static final String LOCK = "select pg_advisory_xact_lock($1)";

    private static final String APPEND = """
            with recursive
              head (seq, hash) as (
                select seq, hash
                from (
                  (select seq, hash from pharmacy.audit_record order by seq desc limit 1)
                  union all
                  select 0, $1::bytea
                ) last_or_first
                order by seq desc
                limit 1
              ),
              chain (place, seq, hash) as (
                select 0, seq, hash from head
                union all
                select place + 1, seq + 1, sha256(hash || ($2::bytea[])[place + 1])
                from chain
                where place < cardinality($2::bytea[])
              )
            insert into pharmacy.audit_record
              (seq, hash, id, at, actor, act, outcome, person, persons, entry, sealed)
            select chain.seq, chain.hash, r.id, r.at, r.actor, r.act, r.outcome, r.person, r.persons::uuid[],
                   r.entry::json, r.sealed
            from unnest($3::uuid[], $4::timestamptz[], $5::text[], $6::text[], $7::text[], $8::uuid[], $9::text[],
                        $10::text[], $11::bytea[])
              with ordinality as r (id, at, actor, act, outcome, person, persons, entry, sealed, place)
            join chain on chain.place = r.place
            """;

    private LedgerStatements() {}

    public static List<Statement> append(TenantId tenant, List<AuditRecord> records) {
        return List.of(Statement.of(LOCK, lock(tenant)), appending(tenant, records));
    }

    /**
     * Advisory locks share one space of numbers in a database. This must not be {@link TenantId#lock}: whoever migrates
     * a pharmacy or rotates its keys holds that one for minutes, while the pharmacy is served.
     */
    private static long lock(TenantId tenant) {
        return ~tenant.lock();
    }

    private static Statement appending(TenantId tenant, List<AuditRecord> records) {
        return Statement.of(
                APPEND,
                Buffer.buffer(Chain.genesis(tenant)),
                column(records, Buffer[]::new, record -> Buffer.buffer(Chain.leaf(record))),
                column(records, UUID[]::new, AuditRecord::id),
                column(records, OffsetDateTime[]::new, record -> OffsetDateTime.ofInstant(record.at(), ZoneOffset.UTC)),
                column(records, String[]::new, AuditRecord::actor),
                column(records, String[]::new, AuditRecord::act),
                column(records, String[]::new, AuditRecord::outcome),
                column(records, UUID[]::new, LedgerStatements::onePerson),
                column(records, String[]::new, LedgerStatements::severalPersons),
                column(records, String[]::new, AuditRecord::entry),
                column(
                        records,
                        Buffer[]::new,
                        record -> record.sealed() == null ? null : Buffer.buffer(record.sealed())));
    }

    /** Nearly every act is about one person, and an index on a column costs less than one on an array. */
    private static UUID onePerson(AuditRecord record) {
        return record.persons().size() == 1 ? record.persons().get(0) : null;
    }

    private static String severalPersons(AuditRecord record) {
        return record.persons().size() < 2
                ? null
                : record.persons().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static <T> T[] column(
            List<AuditRecord> records, java.util.function.IntFunction<T[]> array, Function<AuditRecord, T> value) {
        return records.stream().map(value).toArray(array);
    }
}
