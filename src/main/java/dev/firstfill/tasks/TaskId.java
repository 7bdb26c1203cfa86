package dev.firstfill.tasks;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.firstfill.kernel.Ids;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Identifies a task of this pharmacy. */
@Schema(type = SchemaType.STRING, format = "uuid")
public record TaskId(@JsonValue UUID value) {

    /** @throws TaskRefusals.TaskNotFound when it is no id: what cannot exist is not there */
    public static TaskId of(String text) {
        return Ids.read(text).map(TaskId::new).orElseThrow(TaskRefusals.TaskNotFound::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
