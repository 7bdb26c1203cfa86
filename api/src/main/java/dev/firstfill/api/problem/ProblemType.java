package dev.firstfill.api.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What can go wrong at the front desk itself, before or around a use case. A use case's own refusals bring their code
 * along ({@link dev.firstfill.kernel.Refusal}).
 */
public enum ProblemType {
    MALFORMED_JSON(400, "The body is not well-formed JSON"),
    INVALID_BODY(400, "The body does not fit the contract"),
    INVALID_PARAMETER(400, "A parameter or header does not fit the contract"),
    INVALID_CURSOR(400, "The cursor is not one we gave out"),
    PATH_REFUSED(400, "The path contains characters that could be read in two ways"),
    TOKEN_REQUIRED(401, "A valid access token is required"),
    PERMISSION_MISSING(403, "Your role lacks the permission"),
    PHARMACY_REQUIRED(403, "The token names no pharmacy, or more than one"),
    PHARMACY_UNKNOWN(403, "The token's pharmacy is not one we serve"),
    PHARMACY_SUSPENDED(403, "The pharmacy is suspended"),
    NOT_FOUND(404, "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "This resource has no such method"),
    NOT_ACCEPTABLE(406, "We cannot answer in the media type you accept"),
    BODY_TOO_LARGE(413, "The body is larger than the limit"),
    ADDRESS_TOO_LONG(414, "The address is longer than the limit"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body's media type is not the one expected"),
    IF_MATCH_REQUIRED(428, "If-Match is required"),
    RATE_LIMITED(429, "More requests than this client may send in a minute"),
    INTERNAL_FAULT(500, "We made a mistake"),
    SEALED_VALUE_BROKEN(500, "A sealed value does not open"),
    DATABASE_UNAVAILABLE(503, "The database cannot serve at the moment"),
    DATABASE_BUSY(503, "The database is busy"),
    IDENTITY_UNAVAILABLE(503, "The identity provider cannot be reached");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The framework reads parameters and headers; bodies we read ourselves, so they are not what its 400 means. */
    static Optional<ProblemType> ofStatus(int status) {
        if (status == INVALID_PARAMETER.status) {
            return Optional.of(INVALID_PARAMETER);
        }
        return Arrays.stream(values()).filter(type -> type.status == status).findFirst();
    }
}
