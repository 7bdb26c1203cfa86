package dev.firstfill.kernel;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** What validation finds wrong with a document, as it would at the edge. */
public final class Mistakes {
    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    private Mistakes() {}

    /** Each as "path: message", in order. */
    public static List<String> in(Object document) {
        return VALIDATOR.validate(document).stream()
                .map(Mistakes::inWords)
                .sorted()
                .toList();
    }

    private static String inWords(ConstraintViolation<?> mistake) {
        return mistake.getPropertyPath() + ": " + mistake.getMessage();
    }
}
