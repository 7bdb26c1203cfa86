package dev.firstfill.drugs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a drug of this pharmacy. */
public record DrugId(@JsonValue UUID value) implements DrugReference {
    @Override
    public String toString() {
        return value.toString();
    }
}
