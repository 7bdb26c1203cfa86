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

    /** What is about nobody and changed in the same act is sealed with the person's key like the rest. */
