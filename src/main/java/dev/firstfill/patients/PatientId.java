package dev.firstfill.patients;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a patient of this pharmacy. */
public record PatientId(@JsonValue UUID value) implements PatientReference {
    @Override
    public String toString() {
        return value.toString();
    }
}
