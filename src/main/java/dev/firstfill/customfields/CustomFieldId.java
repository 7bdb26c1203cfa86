package dev.firstfill.customfields;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.firstfill.kernel.Ids;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Identifies a custom field of this pharmacy. */
@Schema(type = SchemaType.STRING, format = "uuid")
public record CustomFieldId(@JsonValue UUID value) {

    /** @throws CustomFieldRefusals.CustomFieldNotFound when it is none: what cannot exist is not there */
    public static CustomFieldId of(String text) {
        return Ids.read(text).map(CustomFieldId::new).orElseThrow(CustomFieldRefusals.CustomFieldNotFound::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
