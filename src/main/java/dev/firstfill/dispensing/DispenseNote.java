package dev.firstfill.dispensing;

import java.util.UUID;

/**
 * What somebody wrote of an event in the dispense's story.
 *
 * @param event which one
 */
public record DispenseNote(UUID event, String text) {
    @Override
    public String toString() {
        return "DispenseNote[" + event + "]";
    }
}
