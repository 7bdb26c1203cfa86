package dev.firstfill.prescribers;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Identifies a prescriber of this pharmacy. */
@Schema(type = SchemaType.STRING, format = "uuid")
public record PrescriberId(@JsonValue UUID value) implements PrescriberReference {
    @Override
    public String toString() {
        return value.toString();
    }
}
