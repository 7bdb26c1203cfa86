package dev.firstfill.patients;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** Identifies a patient of this pharmacy. */
@Embeddable
public record PatientId(@JsonValue UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
