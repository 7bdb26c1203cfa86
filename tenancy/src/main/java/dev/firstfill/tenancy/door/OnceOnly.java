package dev.firstfill.tenancy.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Json;
import dev.firstfill.kernel.Now;
import dev.firstfill.tenancy.sealing.TenantSeals;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One wish under one key: answers it, or answers what was answered before. */
final class OnceOnly {
    private static final ObjectMapper JSON = Json.mapper();
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final OpenWrite open;
    private final IdempotencyKey key;
    private final Clock clock;

    OnceOnly(OpenWrite open, IdempotencyKey key, Clock clock) {
        this.open = open;
        this.key = key;
        this.clock = clock;
    }

    Uni<StoredAnswer> answer(Supplier<Uni<StoredAnswer>> work) {
        var statements = new SessionStatements(open.session());
        var locked = statements.select(AnswerStore.lock(open.tenant().id().value(), key));
        var found = statements.select(AnswerStore.find(key));
        return locked.invoke(OnceOnly::refuseUnlessFree)
                .chain(() -> found)
                .chain(rows -> rows.isEmpty()
                        ? work.get().invoke(this::keep)
                        : Uni.createFrom().item(() -> given(rows.get(0))));
    }

    private static void refuseUnlessFree(List<Object[]> lock) {
        if (!Boolean.TRUE.equals(lock.get(0)[0])) {
            throw new DoorRefusals.IdempotencyKeyInUse();
        }
    }

    /** Sealed by the one person it is about: when that person is erased, the answer goes too. */
    private void keep(StoredAnswer answer) {
        var seals = new TenantSeals(open.keyset(), person -> {});
        var noun = noun();
        var person = person(answer);
        var place = AnswerStore.place(key);
        var sealed = person == null
                ? seals.seal(place, answer.body())
                : open.inHand(person).seal(place, answer.body());
        open.keep(AnswerStore.keep(key, fingerprint(seals), noun, person, answer, sealed, Now.by(clock)));
    }

    /** Of several writes that joined, the last was done to what the answer is about. */
    private String noun() {
        var entries = open.entries();
        if (entries.isEmpty()) {
            throw new IllegalStateException("Nothing was written, so there is nothing to be done once: what only reads"
                    + " takes no key, and what writes elsewhere would be done twice.");
        }
        return entries.get(entries.size() - 1).noun();
    }

    /**
     * An empty answer tells nothing of anybody, and whoever erased a person may ask again whether it was done. One that
     * tells of several could not be erased with each of them.
     */
    private @Nullable UUID person(StoredAnswer answer) {
        var persons = answer.body().length == 0 ? Set.<UUID>of() : open.persons();
        if (persons.size() > 1) {
            throw new IllegalStateException("An answer about several persons cannot be kept for one key: answer with"
                    + " one of them or nobody's data, and withhold whom the answer does not tell of.");
        }
        return persons.isEmpty() ? null : persons.iterator().next();
    }

    private long fingerprint(TenantSeals seals) {
        return seals.token("idempotency.request", key.request());
    }

    /** Whoever is answered again sees again, so it is recorded again. */
    private StoredAnswer given(Object[] row) {
        var entry = new Entry(Act.of("replay", (String) row[1]), open.requester(), open.keyset());
        open.begin(entry);
        if (((Number) row[0]).longValue() != fingerprint(entry.seals())) {
            throw new DoorRefusals.IdempotencyKeyReused();
        }
        return new StoredAnswer(((Number) row[3]).intValue(), headers((String) row[4]), opened(entry, row), true);
    }

    private byte[] opened(Entry entry, Object[] row) {
        var person = (UUID) row[2];
        var place = AnswerStore.place(key);
        var sealed = ((Buffer) row[5]).getBytes();
        if (person == null) {
            return entry.seals().open(place, sealed);
        }
        if (row[6] == null) {
            throw new DoorRefusals.AnswerErased();
        }
        return entry.seals().of(person, ((Buffer) row[6]).getBytes()).open(place, sealed);
    }

    private static Map<String, String> headers(String json) {
        try {
            return JSON.readValue(json, HEADERS);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
