package dev.firstfill.tenancy.door;

import dev.firstfill.kernel.PageRequest;
import dev.firstfill.patients.PatientId;
import dev.firstfill.patients.PatientNumber;
import dev.firstfill.patients.PatientReference;
import dev.firstfill.tenancy.routing.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements that read the ledger. A page begins behind a record's number, which a page's key carries. */
final class LedgerQueries {
    /** More than a pharmacy discloses of one patient in six years. */
    static final int DISCLOSURES_MAX = 5_000;

    private static final String FILTER = """
              and ($2::text is null or r.actor = $2)
              and ($3::uuid is null or r.person = $3 or r.persons @> array[$3::uuid])
              and ($4::text is null or r.act = $4)
              and ($5::text is null or r.outcome = $5)
              and ($6::timestamptz is null or r.at >= $6)
              and ($7::timestamptz is null or r.at < $7)
            """;

    private static final String SELECT = """
            select r.seq, r.id, r.at, r.actor, r.act, r.outcome, r.person::text, array_to_string(r.persons, ','),
                   r.entry::text, r.hash
            from pharmacy.audit_record r
            """;

    private static final String NEWEST = SELECT + "where r.seq < $1\n" + FILTER + "order by r.seq desc\nlimit $8\n";
    private static final String OLDEST = SELECT + "where r.seq > $1\n" + FILTER + "order by r.seq\nlimit $8\n";

    private static final String WITH_CONTENT = """
            select r.seq, r.id, r.at, r.actor, r.act, r.outcome, r.person::text, array_to_string(r.persons, ','),
                   r.entry::text, r.hash, r.sealed, k.wrapped
            from pharmacy.audit_record r
            left join pharmacy.patient_key k on k.patient_id = (r.entry ->> 'sealedFor')::uuid
            """;

    private static final String ONE = WITH_CONTENT + "where r.seq = $1\n";

    private static final String DISCLOSURES = WITH_CONTENT + """
            where (r.person = $1 or r.persons @> array[$1::uuid])
              and r.outcome = 'done'
              and r.entry ->> 'basis' is not null
              and r.at >= $2
              and ($3 or r.entry ->> 'accountable' = 'true')
            order by r.seq
            limit $4
            """;

    private static final String PATIENT = """
            select p.id from pharmacy.patient p where p.id = $1 or p.number = $2
            """;

    private LedgerQueries() {}

    static Statement page(LedgerFilter filter, @Nullable UUID patient, PageRequest page) {
        return Statement.of(
                page.newestFirst() ? NEWEST : OLDEST,
                after(page),
                filter.actor(),
                patient,
                filter.act(),
                filter.outcome(),
                at(filter.from()),
                at(filter.to()),
                page.fetched());
    }

    /** Pages go on behind an id; here it carries the number in its second half. */
    static UUID key(long number) {
        return new UUID(0, number);
    }

    private static long after(PageRequest page) {
        if (page.after() != null) {
            return page.after().getLeastSignificantBits();
        }
        return page.newestFirst() ? Long.MAX_VALUE : 0;
    }

    static Statement one(long number) {
        return Statement.of(ONE, number);
    }

    /** @param from nothing can be recorded before it was done, so what was disclosed since was recorded since */
    static Statement disclosures(UUID patient, Instant from, boolean all) {
        return Statement.of(DISCLOSURES, patient, at(from), all, DISCLOSURES_MAX);
    }

    static Statement patient(PatientReference patient) {
        return switch (patient) {
            case PatientId id -> Statement.of(PATIENT, id.value(), null);
            case PatientNumber number -> Statement.of(PATIENT, null, number.value());
        };
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
