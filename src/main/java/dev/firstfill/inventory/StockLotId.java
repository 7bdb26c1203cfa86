package dev.firstfill.inventory;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.firstfill.kernel.Ids;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Identifies what there is of one lot in one place. */
@Schema(type = SchemaType.STRING, format = "uuid")
public record StockLotId(@JsonValue UUID value) {

    /** @throws InventoryRefusals.StockLotNotFound when it is no id: what cannot exist is not there */
    public static StockLotId of(String text) {
        return Ids.read(text).map(StockLotId::new).orElseThrow(InventoryRefusals.StockLotNotFound::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
