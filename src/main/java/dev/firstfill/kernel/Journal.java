package dev.firstfill.kernel;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the present act has to tell beyond that it happened. The door keeps the record whatever a use case says here;
 * who was seen it knows by itself, because nobody is seen without a seal being opened.
 */
public interface Journal {

    /** Names the thing that the act is done to, by the id or number it was asked for by. */
    void about(String reference);

    /** What was sought, kept sealed: it may name people whom the pharmacy does not know. */
    void sought(Object query);

    /**
     * Something of a person is shown though nothing of it was sealed, such as that a lot went to patient P1001. Whose
     * seal is opened is known without it.
     */
    void seen(UUID person);

    /** A seal was opened to compare, and what it held is not shown to anybody. */
    void withheld(UUID person);

    /**
     * What a write changed: the names of the fields are kept to be read, the values before and after are kept sealed.
     * An act that changes several things says so of each, and first of the one that it is about.
     *
     * @param resource if it is changed again in the same act, what counts is what it was at first and is at last
     * @param person whose key seals the values; null when they are about nobody. One act changes one person: what it
     *     changes besides, that is about nobody, is sealed with the same key and goes with the person.
     * @param before null for what is new
     * @param after null for what is gone
     */
    void changed(UUID resource, @Nullable UUID person, @Nullable Object before, @Nullable Object after);

    /** Why it was done, kept to be read: one word of a closed list, since whatever people type may name people. */
    void because(Enum<?> reason);

    /**
     * The act was allowed by an emergency alone, which is recorded as what it was done for, whatever else the requester
     * says it was.
     *
     * @param reason as in {@link #because}
     */
    void inEmergency(Enum<?> reason);

    /** Data that leaves the pharmacy for somebody outside it (45 CFR 164.528). */
    void disclosed(UUID person, Disclosure disclosure);

    /** Tells those outside that something happened; relayed after the commit, at least once. */
    void announce(Event event);

    /**
     * Gives what was announced of a thing and could not be told, however often it was tried, another chance. What
     * was put off goes, since whoever calls this announces it anew.
     */
    void tellAgain(UUID thing);
}
