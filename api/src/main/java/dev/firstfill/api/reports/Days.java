package dev.firstfill.api.reports;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.firstfill.api.problem.ProblemException;
import dev.firstfill.api.problem.ProblemType;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A time in whole days, {@code P7D} (ISO 8601). Months and years are of no one length. */
@Schema(type = SchemaType.STRING, format = "duration", pattern = "^P[0-9]{1,3}D$", examples = "P7D")
public record Days(@JsonValue String text, int count) {
    /** No supply is longer, and no approval is asked for sooner. */
    static final int MAX = 366;

    private static final Pattern FORM = Pattern.compile("P([0-9]{1,3})D");

    /** For query parameters, which the framework converts by this name. */
    public static Days fromString(String text) {
        var form = FORM.matcher(text);
        if (!form.matches() || Integer.parseInt(form.group(1)) > MAX) {
            throw new ProblemException(
                    ProblemType.INVALID_PARAMETER, "A time is given in days, P0D to P%dD.".formatted(MAX));
        }
        return new Days(text, Integer.parseInt(form.group(1)));
    }
}
