package dev.firstfill.dispensing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Identifies a dispense of this pharmacy. */
@Schema(type = SchemaType.STRING, format = "uuid")
public record DispenseId(@JsonValue UUID value) implements DispenseReference {
    @Override
    public String toString() {
        return value.toString();
    }
}
