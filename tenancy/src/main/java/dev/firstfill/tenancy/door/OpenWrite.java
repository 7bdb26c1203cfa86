package dev.firstfill.tenancy.door;

import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Seals;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.routing.Requester;
import dev.firstfill.tenancy.routing.Statement;
import dev.firstfill.tenancy.sealing.TenantKeyset;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * A transaction that is open in this context, and what has been done in it so far. Writes inside it join it; only one
 * at a time, because a session serves one at a time.
 */
final class OpenWrite {
    private static final Object KEY = new Object();

    private final Tenant tenant;
    private final Requester requester;
    private final TenantKeyset keyset;
    private final List<Entry> entries = new ArrayList<>();
    private Mutiny.@Nullable Session session;
    private @Nullable Statement kept;

    OpenWrite(Tenant tenant, Requester requester, TenantKeyset keyset) {
        this.tenant = tenant;
        this.requester = requester;
        this.keyset = keyset;
    }

    static Optional<OpenWrite> find() {
        var context = Vertx.currentContext();
        return context == null ? Optional.empty() : Optional.ofNullable(context.getLocal(KEY));
    }

    void enter(Mutiny.Session opened) {
        session = opened;
        Vertx.currentContext().putLocal(KEY, this);
    }

    void leave() {
        Vertx.currentContext().removeLocal(KEY);
    }

    void begin(Entry entry) {
        entries.add(entry);
    }

    /** What is written beside the records when all is done. */
    void keep(Statement statement) {
        kept = statement;
    }

    Tenant tenant() {
        return tenant;
    }

    Requester requester() {
        return requester;
    }

    TenantKeyset keyset() {
        return keyset;
    }

    Mutiny.Session session() {
        return Objects.requireNonNull(session, "session");
    }

    List<Entry> entries() {
        return entries;
    }

    @Nullable
    Statement kept() {
        return kept;
    }

    List<Event> events() {
        return entries.stream().flatMap(entry -> entry.events().stream()).toList();
    }

    List<UUID> toldAgain() {
        return entries.stream().flatMap(entry -> entry.toldAgain().stream()).toList();
    }

    boolean hasToTell() {
        return !events().isEmpty() || !toldAgain().isEmpty();
    }

    /** The seal of a person whom one of the acts had in hand. */
    Seals.OfPerson inHand(UUID person) {
        return entries.stream()
                .filter(entry -> entry.persons().contains(person))
                .findFirst()
                .orElseThrow()
                .seals()
                .inHand(person);
    }

    Set<UUID> persons() {
        var persons = new LinkedHashSet<UUID>();
        entries.forEach(entry -> persons.addAll(entry.persons()));
        return persons;
    }
}
