package dev.firstfill.tenancy.door;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Disclosure;
import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Journal;
import dev.firstfill.kernel.Json;
import dev.firstfill.kernel.Seals;
import dev.firstfill.tenancy.audit.AuditRecord;
import dev.firstfill.tenancy.routing.Requester;
import dev.firstfill.tenancy.sealing.TenantKeyset;
import dev.firstfill.tenancy.sealing.TenantSeals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What becomes the ledger's record of one act, gathered while the act goes on. */
final class Entry implements Journal {
    private static final ObjectMapper JSON = Json.mapper();

    /** Among the purposes of use that a requester can name, too. */
    private static final String EMERGENCY = "EMERGENCY";

    private final Act act;
    private final Requester requester;
    private final TenantSeals seals;
    private final UUID id = Ids.next();
    private final Set<UUID> persons = new LinkedHashSet<>();
    private final Changes changes = new Changes();
    private final ObjectNode hidden = JSON.createObjectNode();
    private final List<Event> events = new ArrayList<>();
    private final Set<UUID> toldAgain = new LinkedHashSet<>();
    private @Nullable String resource;
    private @Nullable String reason;
    private boolean emergency;
    private @Nullable UUID sealedFor;
    private @Nullable Disclosure disclosure;

    Entry(Act act, Requester requester, TenantKeyset keyset) {
        this.act = act;
        this.requester = requester;
        this.seals = new TenantSeals(keyset, this::opened);
    }

    TenantSeals seals() {
        return seals;
    }

    boolean isRecorded() {
        return act.recorded();
    }

    List<Event> events() {
        return events;
    }

    Set<UUID> toldAgain() {
        return toldAgain;
    }

    Set<UUID> persons() {
        return persons;
    }

    String noun() {
        return act.noun();
    }

    private void opened(UUID person) {
        if (!act.recorded()) {
            throw new IllegalStateException(
                    "A person's seal may not be opened by an act that leaves no record: " + act);
        }
        persons.add(person);
    }

    @Override
    public void about(String reference) {
        resource = reference;
    }

    @Override
    public void sought(Object query) {
        hidden.set("sought", JSON.valueToTree(query));
    }

    @Override
    public void seen(UUID person) {
        opened(person);
    }

    @Override
    public void withheld(UUID person) {
        persons.remove(person);
    }

    @Override
    public void changed(UUID changed, @Nullable UUID person, @Nullable Object before, @Nullable Object after) {
        sealFor(person);
        changes.add(changed, before, after);
    }

    @Override
    public void because(Enum<?> why) {
        reason = why.name();
    }

    @Override
    public void inEmergency(Enum<?> why) {
        emergency = true;
        because(why);
    }

    @Override
    public void disclosed(UUID person, Disclosure made) {
        sealFor(person);
        persons.add(person);
        disclosure = made;
        hidden.set("disclosure", JSON.valueToTree(made));
    }

    @Override
    public void announce(Event event) {
        events.add(event);
    }

    @Override
    public void tellAgain(UUID thing) {
        toldAgain.add(thing);
    }

    /** What is about nobody and changed in the same act is sealed with the person's key like the rest. */
    private void sealFor(@Nullable UUID person) {
        if (person == null) {
            return;
        }
        if (sealedFor != null && !sealedFor.equals(person)) {
            throw new IllegalStateException("One act changes one person: what it changed is sealed with that key.");
        }
        sealedFor = person;
        persons.add(person);
    }

    /** @param code of the refusal, when it was one */
    AuditRecord record(String outcome, @Nullable String code, Instant at) {
        var content = content();
        return new AuditRecord(
                id,
                at,
                requester.actor(),
                act.toString(),
                outcome,
                List.copyOf(persons),
                open(code, content),
                sealed(content));
    }

    private ObjectNode content() {
        var content = hidden.deepCopy();
        changes.tell(content);
        return content;
    }

    private String open(@Nullable String code, ObjectNode content) {
        var entry = JSON.createObjectNode();
        entry.put("user", requester.username());
        entry.set("roles", JSON.valueToTree(requester.roles()));
        entry.put("client", requester.client());
        entry.put("purpose", emergency ? EMERGENCY : requester.purpose());
        put(entry, "resource", changes.first().map(UUID::toString).orElse(resource));
        put(entry, "reason", reason);
        put(entry, "code", code);
        changes.name(entry);
        if (disclosure != null) {
            entry.put("basis", disclosure.basis().name());
            entry.put("accountable", disclosure.basis().isAccountable());
        }
        put(entry, "sealedFor", sealedFor == null || content.isEmpty() ? null : sealedFor.toString());
        entry.put("request", requester.request());
        put(entry, "trace", requester.trace());
        put(entry, "source", requester.source());
        return entry.toString();
    }

    private static void put(ObjectNode entry, String name, @Nullable String value) {
        if (value != null) {
            entry.put(name, value);
        }
    }

    private byte @Nullable [] sealed(ObjectNode content) {
        if (content.isEmpty()) {
            return null;
        }
        var place = new Seals.Place("audit_record", "sealed", id);
        var plain = Json.bytes(content);
        return sealedFor == null
                ? seals.seal(place, plain)
                : seals.inHand(sealedFor).seal(place, plain);
    }
}
