package dev.firstfill.inventory;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.firstfill.kernel.Ids;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Identifies a place where stock is kept. */
@Schema(type = SchemaType.STRING, format = "uuid")
public record StockLocationId(@JsonValue UUID value) {

    /** @throws InventoryRefusals.StockLocationNotFound when it is no id: what cannot exist is not there */
    public static StockLocationId of(String text) {
        return Ids.read(text).map(StockLocationId::new).orElseThrow(InventoryRefusals.StockLocationNotFound::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
