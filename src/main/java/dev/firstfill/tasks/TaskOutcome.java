package dev.firstfill.tasks;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of a task, in one word of a closed list: of the case's moves when a case closed it, of what people choose
 * from when somebody did.
 */
@Schema(type = SchemaType.STRING, examples = "done", description = "What became of it, in one word.")
public record TaskOutcome(@JsonValue String code) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LENGTH_MAX = 60;

    public TaskOutcome {
        if (code.length() > LENGTH_MAX || !FORM.matcher(code).matches()) {
            throw new IllegalArgumentException("An outcome is one word in lower case with hyphens: " + code);
        }
    }

    /** Named as the contract names constants. */
    public static TaskOutcome of(Enum<?> constant) {
        return new TaskOutcome(
                constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }

    @Override
    public String toString() {
        return code;
    }
}
