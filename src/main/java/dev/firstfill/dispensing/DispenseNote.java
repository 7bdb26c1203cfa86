package dev.firstfill.dispensing;

/**
 * What somebody wrote of an event in the dispense's story.
 *
 * @param event its position there
 */
public record DispenseNote(int event, String text) {
    @Override
    public String toString() {
        return "DispenseNote[" + event + "]";
    }
}
