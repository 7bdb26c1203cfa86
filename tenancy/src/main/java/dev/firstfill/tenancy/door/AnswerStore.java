package dev.firstfill.tenancy.door;

import dev.firstfill.kernel.Json;
import dev.firstfill.kernel.Seals;
import dev.firstfill.tenancy.routing.Statement;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements on answers that are kept under a client's key. */
final class AnswerStore {
    /** Longer than the day that is promised, so that a client whose clock is wrong is served as well. */
    static final Duration KEPT_FOR = Duration.ofHours(48);

    private static final String LOCK = "select pg_try_advisory_xact_lock($1)";

    private static final String FIND = """
            select k.request, k.noun, k.person, k.status, k.headers::text, k.answer, p.wrapped
            from pharmacy.idempotency_key k
            left join pharmacy.patient_key p on p.patient_id = k.person
            where k.id = $1
            """;

    /** Whoever keeps an answer throws two old ones away: no job has to go round the pharmacies for it. */
    private static final String KEEP = """
            with expired as (
              delete from pharmacy.idempotency_key
              where id in (select id from pharmacy.idempotency_key where at < $9 order by at limit 2)
            )
            insert into pharmacy.idempotency_key (id, request, noun, person, status, headers, answer, at)
            values ($1, $2, $3, $4, $5, $6::text::jsonb, $7, $8)
            """;

    private AnswerStore() {}

    /** Held until the transaction ends: who comes second is told at once, and does not wait. */
    static Statement lock(UUID tenant, IdempotencyKey key) {
        return Statement.of(LOCK, tenant.getLeastSignificantBits() ^ key.id().getMostSignificantBits());
    }

    static Statement find(IdempotencyKey key) {
        return Statement.of(FIND, key.id());
    }

    static Statement keep(
            IdempotencyKey key,
            long request,
            String noun,
            @Nullable UUID person,
            StoredAnswer answer,
            byte[] sealed,
            Instant now) {
        return Statement.of(
                KEEP,
                key.id(),
                request,
                noun,
                person,
                answer.status(),
                new String(Json.bytes(answer.headers()), java.nio.charset.StandardCharsets.UTF_8),
                Buffer.buffer(sealed),
                at(now),
                at(now.minus(KEPT_FOR)));
    }

    static Seals.Place place(IdempotencyKey key) {
        return new Seals.Place("idempotency_key", "answer", key.id());
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
