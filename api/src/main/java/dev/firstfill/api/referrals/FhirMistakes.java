package dev.firstfill.api.referrals;

import ca.uhn.fhir.parser.ErrorHandlerAdapter;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import dev.firstfill.api.problem.Problem.FieldError;
import dev.firstfill.api.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what the FHIR library would read over: elements that FHIR does not know, numbers in quotes, dates that are
 * none. The library says of a place no more than an element's name; of an element that FHIR does not know, which may be
 * called anything, not even that is repeated.
 */
final class FhirMistakes extends ErrorHandlerAdapter {
    /** As problem documents have everywhere. */
    private static final int MISTAKES_MAX = 20;

    private static final Pattern ELEMENT = Pattern.compile("[A-Za-z]{1,40}");

    private final List<FieldError> mistakes = new ArrayList<>();

    void orRefuse() {
        if (!mistakes.isEmpty()) {
            throw ProblemException.invalidBody(mistakes);
        }
    }

    @Override
    public void incorrectJsonType(
            IParseLocation location,
            String element,
            ValueType expected,
            @Nullable ScalarType expectedScalar,
            ValueType found,
            @Nullable ScalarType foundScalar) {
        note("wrong-type", "%s has the wrong type".formatted(named(element)));
    }

    @Override
    public void invalidValue(IParseLocation location, String value, String error) {
        note("wrong-form", "a value does not have the form that FHIR demands");
    }

    @Override
    public void unknownElement(IParseLocation location, String element) {
        note("unknown-property", "an element is not one of FHIR R4");
    }

    @Override
    public void unexpectedRepeatingElement(IParseLocation location, String element) {
        note("repeated", "%s must not be repeated".formatted(named(element)));
    }

    @Override
    public void extensionContainsValueAndNestedExtensions(IParseLocation location) {
        note("extension", "an extension has a value or extensions, not both");
    }

    private static String named(String element) {
        return ELEMENT.matcher(element).matches() ? element : "an element";
    }

    private void note(String code, String message) {
        if (mistakes.size() < MISTAKES_MAX) {
            mistakes.add(new FieldError("/entry", code, message));
        }
    }
}
