package dev.firstfill.customfields;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a custom field of this pharmacy. */
public record CustomFieldId(@JsonValue UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
