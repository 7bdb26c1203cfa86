package dev.firstfill.tenancy.door;

import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Ids;
import dev.firstfill.tenancy.routing.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Puts events into the outbox, in the order in which they happened. */
final class OutboxStatements {
    private static final String PUT = """
            insert into pharmacy.outbox_event (id, type, subject, subject_id, version, at, due_at)
            select e.id, e.type, e.subject, e.subject_id, e.version, $6, $6
            from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::integer[])
              with ordinality as e (id, type, subject, subject_id, version, place)
            order by e.place
            """;

    private static final String AGAIN = """
            update pharmacy.outbox_event
            set state = case state when 'parked' then 'waiting' else 'delivered' end, due_at = $2, attempts = 0
            where subject_id = any ($1) and (state = 'parked' or state = 'waiting' and failure = 'put-off')
            """;

    private OutboxStatements() {}

    static Statement put(List<Event> events, Instant now) {
        return Statement.of(
                PUT,
                events.stream().map(event -> Ids.next()).toArray(UUID[]::new),
                events.stream().map(Event::type).toArray(String[]::new),
                events.stream().map(Event::subject).toArray(String[]::new),
                events.stream().map(Event::id).toArray(UUID[]::new),
                events.stream().map(Event::version).toArray(Integer[]::new),
                at(now));
    }

    /** Takes what was parked of these things out of the park, and lets what was put off give way to what is told anew. */
    static Statement again(List<UUID> things, Instant now) {
        return Statement.of(AGAIN, things.toArray(UUID[]::new), at(now));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
