package dev.firstfill.tenancy.door;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.Collection;
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
    private final Set<String> fields = new LinkedHashSet<>();
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
            throw new IllegalStateException("Nobody's data may be seen by an act that leaves no record: " + act);
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
    public void shown(Collection<UUID> people) {
        people.forEach(this::opened);
    }

    @Override
    public void withheld(UUID person) {
        persons.remove(person);
    }

    @Override
    public void changed(UUID changed, @Nullable UUID person, @Nullable Object before, @Nullable Object after) {
        resource = changed.toString();
        sealFor(person);
        var was = tree(before);
        var is = tree(after);
        var changes = hidden.withObject("/changes");
        var names = new LinkedHashSet<String>();
        was.fieldNames().forEachRemaining(names::add);
        is.fieldNames().forEachRemaining(names::add);
        names.stream().filter(name -> !was.path(name).equals(is.path(name))).forEach(name -> {
            fields.add(name);
            var change = changes.putObject(name);
            change.set("before", was.get(name));
            change.set("after", is.get(name));
        });
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

    private void sealFor(@Nullable UUID person) {
        if (sealedFor != null && !sealedFor.equals(person)) {
            throw new IllegalStateException("One act changes one person: what it changed is sealed with that key.");
        }
        sealedFor = person;
        if (person != null) {
            persons.add(person);
        }
    }

    private static JsonNode tree(@Nullable Object document) {
        return document == null ? JSON.createObjectNode() : JSON.valueToTree(document);
    }

    /** @param code of the refusal, when it was one */
    AuditRecord record(String outcome, @Nullable String code, Instant at) {
        return new AuditRecord(
                id, at, requester.actor(), act.toString(), outcome, List.copyOf(persons), open(code), sealed());
    }

    private String open(@Nullable String code) {
        var entry = JSON.createObjectNode();
        entry.put("user", requester.username());
        entry.set("roles", JSON.valueToTree(requester.roles()));
        entry.put("client", requester.client());
        entry.put("purpose", emergency ? EMERGENCY : requester.purpose());
        put(entry, "resource", resource);
        put(entry, "reason", reason);
        put(entry, "code", code);
        if (!fields.isEmpty()) {
            entry.set("fields", JSON.valueToTree(fields));
        }
        if (disclosure != null) {
            entry.put("basis", disclosure.basis().name());
            entry.put("accountable", disclosure.basis().isAccountable());
        }
        put(entry, "sealedFor", sealedFor == null || hidden.isEmpty() ? null : sealedFor.toString());
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

    private byte @Nullable [] sealed() {
        if (hidden.isEmpty()) {
            return null;
        }
        var place = new Seals.Place("audit_record", "sealed", id);
        var plain = Json.bytes(hidden);
        return sealedFor == null
                ? seals.seal(place, plain)
                : seals.inHand(sealedFor).seal(place, plain);
    }
}
