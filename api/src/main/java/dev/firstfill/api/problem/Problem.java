package dev.firstfill.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was not served (RFC 9457).
 *
 * @param type where the problem is documented, relative to the API's address
 * @param detail one sentence on this occurrence; names no patient
 * @param code stable; programs act on it
 * @param errors for an invalid body: every place that is wrong
 * @param gates for a dispense that was stopped: every gate that is closed
 * @param traceId finds this occurrence in our logs
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "Why a request was not served (RFC 9457). Its media type is application/problem+json.")
public record Problem(
        @Schema(examples = "/problems/invalid-body") String type,

        @Schema(examples = "The body does not fit the contract")
        String title,

        @Schema(examples = "400") int status,

        @Nullable @Schema(examples = "2 places in the body are wrong; see errors.")
        String detail,

        @Schema(examples = "invalid-body", pattern = "^[a-z0-9-]+$")
        String code,

        List<FieldError> errors,

        @Schema(description = "When a dispense was stopped: every gate that is closed.")
        List<Gate> gates,

        @Nullable @Schema(examples = "4bf92f3577b34da6a3ce929d0e0e4736")
        String traceId) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * One place in the body that is wrong.
     *
     * @param pointer the place, as a JSON pointer (RFC 6901)
     * @param code which rule it breaks
     * @param message the rule in words; never the value
     */
    @Schema(description = "One place in the body that is wrong.")
    public record FieldError(
            @Schema(examples = "/name/family", description = "JSON pointer (RFC 6901)")
            String pointer,

            @Schema(examples = "not-blank") String code,
            @Schema(examples = "must not be blank") String message) {}

    /**
     * One gate that holds a dispense up.
     *
     * @param code which one
     * @param fact what is so; names no patient
     * @param remedy what to do about it
     */
    @Schema(name = "ProblemGate", description = "One gate that holds a dispense up.")
    public record Gate(
            @Schema(examples = "claim-settled") String code,

            @Schema(examples = "No claim was submitted for the fill.")
            String fact,

            @Schema(examples = "Submit the claim, or document why none is needed.")
            String remedy) {}

    public static Problem of(ProblemType type, @Nullable String detail) {
        return of(type, detail, List.of());
    }

    static Problem of(ProblemType type, @Nullable String detail, List<FieldError> errors) {
        return new Problem(
                "/problems/" + type.code(),
                type.title(),
                type.status(),
                detail,
                type.code(),
                errors,
                List.of(),
                TraceId.current());
    }

    static Problem of(int status, String code, String message) {
        return new Problem("/problems/" + code, message, status, null, code, List.of(), List.of(), TraceId.current());
    }

    Problem with(List<Gate> closed) {
        return new Problem(type, title, status, detail, code, errors, closed, traceId);
    }
}
