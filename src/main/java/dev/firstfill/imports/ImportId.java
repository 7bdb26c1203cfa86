package dev.firstfill.imports;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.firstfill.kernel.Ids;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Identifies an import. */
@Schema(type = SchemaType.STRING, format = "uuid")
public record ImportId(@JsonValue UUID value) {

    /** @throws ImportRefusals.ImportNotFound when it is no id: what cannot exist is not there */
    public static ImportId of(String text) {
        return Ids.read(text).map(ImportId::new).orElseThrow(ImportRefusals.ImportNotFound::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
