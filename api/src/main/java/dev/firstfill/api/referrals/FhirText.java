package dev.firstfill.api.referrals;

import dev.firstfill.identifiers.MalformedIdentifier;
import java.util.Optional;
import java.util.function.Function;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.jspecify.annotations.Nullable;

/** Texts and codes of a bundle. What cannot be read as an identifier is not there: somebody will ask for it. */
final class FhirText {
    static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";
    static final String NDC = "http://hl7.org/fhir/sid/ndc";
    static final String ICD10_CM = "http://hl7.org/fhir/sid/icd-10-cm";

    private FhirText() {}

    static <T> Optional<T> identifier(@Nullable String text, Function<String, T> parse) {
        try {
            return text == null || text.isBlank() ? Optional.empty() : Optional.of(parse.apply(text));
        } catch (MalformedIdentifier wrong) {
            return Optional.empty();
        }
    }

    static Optional<String> code(CodeableConcept concept, String system) {
        return concept.getCoding().stream()
                .filter(coding -> system.equals(coding.getSystem()) && coding.getCode() != null)
                .map(coding -> coding.getCode())
                .findFirst();
    }

    /** What people read; a coding's name where there is no text. */
    static Optional<String> words(CodeableConcept concept) {
        return Optional.ofNullable(concept.getText())
                .or(() -> concept.getCoding().stream()
                        .map(coding -> coding.getDisplay())
                        .filter(display -> display != null)
                        .findFirst())
                .filter(text -> !text.isBlank());
    }

    /** On one line, and cut where the field ends: what is cut stands in the document. */
    static String line(String text, int max) {
        var line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= max
                ? line
                : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, max - 1))) + "…";
    }
}
