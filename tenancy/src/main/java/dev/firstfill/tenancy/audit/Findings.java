package dev.firstfill.tenancy.audit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was found so far; neighbours of one kind are one finding. */
final class Findings {
    /** Whoever has read these needs no more of them. */
    static final int KEPT_MAX = 1_000;

    private final List<Finding> kept = new ArrayList<>();
    private final Map<Finding.Kind, Integer> lastOfKind = new EnumMap<>(Finding.Kind.class);
    private long leftOut;

    void add(Finding.Kind kind, long from, long to) {
        var place = lastOfKind.get(kind);
        if (place != null && kind != Finding.Kind.REWRITTEN && kept.get(place).to() + 1 == from) {
            kept.set(place, new Finding(kind, kept.get(place).from(), to));
        } else if (kept.size() == KEPT_MAX) {
            leftOut++;
        } else {
            lastOfKind.put(kind, kept.size());
            kept.add(new Finding(kind, from, to));
        }
    }

    List<Finding> kept() {
        return List.copyOf(kept);
    }

    long leftOut() {
        return leftOut;
    }
}
