package dev.firstfill.tasks;

import org.jspecify.annotations.Nullable;

/**
 * What people wrote of a task: the sealed part of it.
 *
 * @param opened by whoever opened it
 * @param snoozed why it was put off last
 * @param closed by whoever completed it
 */
public record TaskNotes(
        @Nullable String opened,
        @Nullable String snoozed,
        @Nullable String closed) {
    /** Three bytes a character at most: with both colleagues' longest names a row stays within a page of 8 KiB. */
    public static final int NOTE_MAX = 500;

    public static final int SNOOZE_REASON_MAX = 200;

    static final TaskNotes NONE = new TaskNotes(null, null, null);

    TaskNotes withSnoozed(String reason) {
        return new TaskNotes(opened, reason, closed);
    }

    TaskNotes withClosed(@Nullable String note) {
        return new TaskNotes(opened, snoozed, note);
    }

    @Override
    public String toString() {
        return "TaskNotes[hidden]";
    }
}
