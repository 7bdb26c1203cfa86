package dev.firstfill.inventory;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.firstfill.kernel.Ids;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Identifies a recall. */
@Schema(type = SchemaType.STRING, format = "uuid")
public record RecallId(@JsonValue UUID value) {

    /** @throws InventoryRefusals.RecallNotFound when it is no id: what cannot exist is not there */
    public static RecallId of(String text) {
        return Ids.read(text).map(RecallId::new).orElseThrow(InventoryRefusals.RecallNotFound::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
