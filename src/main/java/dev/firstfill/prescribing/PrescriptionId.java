package dev.firstfill.prescribing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Identifies a prescription of this pharmacy. */
@Schema(type = SchemaType.STRING, format = "uuid")
public record PrescriptionId(@JsonValue UUID value) implements PrescriptionReference {
    @Override
    public String toString() {
        return value.toString();
    }
}
