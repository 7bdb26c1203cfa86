package dev.firstfill.imports;

import org.jspecify.annotations.Nullable;

/** One line of another system's file. */
public sealed interface ImportLine {
    /** Counts from 1 in the file; by it the line is accounted for. */
    long number();

    /**
     * One that breaks no rule of form.
     *
     * @param key under which the other system has the thing
     */
    record Readable(long number, String key, ImportRecord record) implements ImportLine {
        @Override
        public String toString() {
            return "ImportLine[" + number + "]";
        }
    }

    /**
     * One that does, and is accounted for like every other.
     *
     * @param kind null when not even that can be read
     * @param pointer to where it is wrong
     */
    record Unreadable(long number, @Nullable ImportKind kind, String code, String pointer, String message)
            implements ImportLine {}
}
