package dev.firstfill.assessments;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What of a concern is written in words: the document that is sealed by the patient's key.
 *
 * @param raised what was said when it was raised
 * @param steps what was said of each step, by its place among them
 */
record ConcernNotes(@Nullable String raised, Map<Integer, String> steps) {

    @SuppressWarnings("NullAway") // What is empty is not stored.
    ConcernNotes {
        steps = steps == null ? Map.of() : Map.copyOf(steps);
    }

    ConcernNotes with(int step, @Nullable String note) {
        if (note == null) {
            return this;
        }
        var more = new TreeMap<>(steps);
        more.put(step, note);
        return new ConcernNotes(raised, more);
    }

    @Override
    public String toString() {
        return "ConcernNotes[hidden]";
    }
}
