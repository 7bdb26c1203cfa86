package dev.firstfill.kernel;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What an act told its journal, and whose seals it opened. */
public final class Told implements Journal {
    public final Act act;
    public final Set<UUID> seen = new LinkedHashSet<>();
    public final List<String> about = new ArrayList<>();
    public final List<Object> sought = new ArrayList<>();
    public final List<Change> changes = new ArrayList<>();
    public final List<Enum<?>> reasons = new ArrayList<>();
    public final List<Enum<?>> emergencies = new ArrayList<>();
    public final List<Disclosure> disclosures = new ArrayList<>();
    public final List<Event> events = new ArrayList<>();
    public final List<UUID> toldAgain = new ArrayList<>();

    /** A thing that was changed. */
    public record Change(UUID resource, UUID person, Object before, Object after) {}

    Told(Act act) {
        this.act = act;
    }

    void opened(UUID person) {
        seen.add(person);
    }

    @Override
    public void about(String reference) {
        about.add(reference);
    }

    @Override
    public void sought(Object query) {
        sought.add(query);
    }

    @Override
    public void seen(UUID person) {
        seen.add(person);
    }

    @Override
    public void withheld(UUID person) {
        seen.remove(person);
    }

    @Override
    public void changed(UUID resource, UUID person, Object before, Object after) {
        changes.add(new Change(resource, person, before, after));
    }

    @Override
    public void because(Enum<?> reason) {
        reasons.add(reason);
    }

    @Override
    public void inEmergency(Enum<?> reason) {
        emergencies.add(reason);
    }

    @Override
    public void disclosed(UUID person, Disclosure disclosure) {
        disclosures.add(disclosure);
    }

    @Override
    public void announce(Event event) {
        events.add(event);
    }

    @Override
    public void tellAgain(UUID thing) {
        toldAgain.add(thing);
    }
}
