package dev.firstfill.authorisations;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.firstfill.kernel.Ids;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Identifies a prior authorisation of this pharmacy. */
@Schema(type = SchemaType.STRING, format = "uuid")
public record AuthorisationId(@JsonValue UUID value) {

    /** @throws AuthorisationRefusals.AuthorisationNotFound when it is no id: what cannot exist is not there */
    public static AuthorisationId of(String text) {
        return Ids.read(text).map(AuthorisationId::new).orElseThrow(AuthorisationRefusals.AuthorisationNotFound::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
