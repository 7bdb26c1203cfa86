package dev.firstfill.tasks;

import java.util.List;

/**
 * What became of tasks that were to change hands.
 *
 * @param more whether there are others of the same kind, that were too many for once
 */
public record Handover(List<Item> items, boolean more) {
    static final Handover NOTHING = new Handover(List.of(), false);

    /** @param done false when somebody else was doing something with it in that moment */
    public record Item(TaskId task, boolean done) {}

    public Handover {
        items = List.copyOf(items);
    }
}
