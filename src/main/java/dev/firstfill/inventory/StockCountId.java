package dev.firstfill.inventory;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.firstfill.kernel.Ids;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Identifies a cycle count. */
@Schema(type = SchemaType.STRING, format = "uuid")
public record StockCountId(@JsonValue UUID value) {

    /** @throws InventoryRefusals.StockCountNotFound when it is no id: what cannot exist is not there */
    public static StockCountId of(String text) {
        return Ids.read(text).map(StockCountId::new).orElseThrow(InventoryRefusals.StockCountNotFound::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
