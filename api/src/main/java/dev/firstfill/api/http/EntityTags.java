package dev.firstfill.api.http;

import dev.firstfill.api.problem.ProblemException;
import dev.firstfill.api.problem.ProblemType;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions as entity tags (RFC 9110, section 8.8.3): version 3 is {@code "3"}. */
public final class EntityTags {
    // Nine digits fit an int.
    private static final Pattern STRONG_TAG = Pattern.compile("\"([1-9][0-9]{0,8})\"");

    private EntityTags() {}

    public static String of(int version) {
        return '"' + Integer.toString(version) + '"';
    }

    /**
     * The version that {@code If-Match} names. {@code *} is refused: it would match whatever somebody else wrote in the
     * meantime, which is what the header is there to prevent.
     */
    public static int seen(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(
                    ProblemType.IF_MATCH_REQUIRED, "Send the ETag of the version you read as If-Match.");
        }
        var tag = STRONG_TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw new ProblemException(
                    ProblemType.INVALID_PARAMETER, "If-Match must be one ETag as we sent it, in double quotes.");
        }
        return Integer.parseInt(tag.group(1));
    }
}
