package dev.firstfill.patients;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Identifies a patient of this pharmacy. */
@Schema(type = SchemaType.STRING, format = "uuid")
public record PatientId(@JsonValue UUID value) implements PatientReference {
    @Override
    public String toString() {
        return value.toString();
    }
}
