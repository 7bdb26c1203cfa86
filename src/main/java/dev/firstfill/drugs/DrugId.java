package dev.firstfill.drugs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Identifies a drug of this pharmacy. */
@Schema(type = SchemaType.STRING, format = "uuid")
public record DrugId(@JsonValue UUID value) implements DrugReference {
    @Override
    public String toString() {
        return value.toString();
    }
}
