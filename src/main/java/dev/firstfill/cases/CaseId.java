package dev.firstfill.cases;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The id by which programs keep a case. */
@Schema(type = SchemaType.STRING, format = "uuid", examples = "0199f1b2-7c3a-7d21-9a5e-6f1b2c3d4e5f")
public record CaseId(@JsonValue UUID value) implements CaseReference {
    @Override
    public String toString() {
        return value.toString();
    }
}
