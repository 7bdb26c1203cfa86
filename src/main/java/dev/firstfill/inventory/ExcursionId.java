package dev.firstfill.inventory;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.firstfill.kernel.Ids;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Identifies an excursion. */
@Schema(type = SchemaType.STRING, format = "uuid")
public record ExcursionId(@JsonValue UUID value) {

    /** @throws InventoryRefusals.ExcursionNotFound when it is no id: what cannot exist is not there */
    public static ExcursionId of(String text) {
        return Ids.read(text).map(ExcursionId::new).orElseThrow(InventoryRefusals.ExcursionNotFound::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
