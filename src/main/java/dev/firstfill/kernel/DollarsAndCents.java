package dev.firstfill.kernel;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** Money that somebody pays: nobody pays fractions of a cent. */
@Documented
@Constraint(validatedBy = DollarsAndCents.Validator.class)
@Target({FIELD, METHOD, PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface DollarsAndCents {
    String message() default "must have at most two decimals";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** What is no amount at all is refused by {@link Money} itself. */
    final class Validator implements ConstraintValidator<DollarsAndCents, Money> {
        @Override
        public boolean isValid(@Nullable Money money, ConstraintValidatorContext context) {
            return money == null || money.amount() == null || !money.amount().matches(".*\\.[0-9]{3,}");
        }
    }
}
