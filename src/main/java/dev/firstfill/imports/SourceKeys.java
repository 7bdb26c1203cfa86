package dev.firstfill.imports;

import dev.firstfill.kernel.Rows;
import dev.firstfill.kernel.Seals;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Under which keys of one source things are in the pharmacy. A key is known by its token alone, since it may be a
 * medical record number. Tokens have 64 bits: of a million keys, two share one with a chance of one in thirty million.
 */
final class SourceKeys {
    private final Mutiny.QueryProducer session;
    private final Seals seals;
    private final String source;
    private final Map<Key, UUID> known = new HashMap<>();
    private final List<Columns> added = new ArrayList<>();

    SourceKeys(Mutiny.QueryProducer session, Seals seals, String source) {
        this.session = session;
        this.seals = seals;
        this.source = source;
    }

    private record Key(String kind, long token) {}

    private record Columns(String source, String kind, long token, UUID id) {}

    /** A thing by the other system's name for it. */
    record Name(ImportKind kind, String key) {}

    /** Looks them all up at once. */
    Uni<Void> lookUp(Collection<Name> names) {
        var keys = names.stream().map(this::key).distinct().toList();
        return keys.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery("""
                                select k.kind, k.token, k.id
                                from json_to_recordset(cast(cast(:rows as text) as json)) as r (kind text, token bigint)
                                join pharmacy.import_key k
                                  on k.source = :source and k.kind = r.kind and k.token = r.token
                                """, Object[].class)
                        .setParameter("rows", Rows.json(keys))
                        .setParameter("source", source)
                        .getResultList()
                        .invoke(rows ->
                                rows.forEach(row -> known.put(new Key((String) row[0], (long) row[1]), (UUID) row[2])))
                        .replaceWithVoid();
    }

    Optional<UUID> find(ImportKind kind, @Nullable String key) {
        return key == null ? Optional.empty() : Optional.ofNullable(known.get(key(new Name(kind, key))));
    }

    void add(ImportKind kind, String name, UUID id) {
        var key = key(new Name(kind, name));
        known.put(key, id);
        added.add(new Columns(source, key.kind(), key.token(), id));
    }

    Uni<Void> write() {
        return new Rows(session).write("""
                insert into pharmacy.import_key (source, kind, token, id)
                select r.source, r.kind, r.token, r.id
                from json_to_recordset(cast(cast(:rows as text) as json)) as r (source text, kind text, token bigint, id uuid)
                """, added);
    }

    private Key key(Name name) {
        var kind = name.kind().name();
        return new Key(kind, seals.token("import." + kind, source + " " + name.key()));
    }
}
