package dev.firstfill.prescribers;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a prescriber of this pharmacy. */
public record PrescriberId(@JsonValue UUID value) implements PrescriberReference {
    @Override
    public String toString() {
        return value.toString();
    }
}
