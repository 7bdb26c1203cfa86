package dev.firstfill.referrals;

import dev.firstfill.identifiers.LanguageTag;
import dev.firstfill.kernel.Lists;
import dev.firstfill.patients.Address;
import dev.firstfill.patients.Allergy;
import dev.firstfill.patients.PersonName;
import dev.firstfill.patients.Phone;
import dev.firstfill.patients.Sex;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who is referred, as the referral says it.
 *
 * @param formerFamilyNames such as before a marriage; they help to recognise a patient and are kept nowhere else
 */
@Schema(description = "Who is referred.")
public record ReferredPatient(
        @Valid @NotNull PersonName name,

        @Size(max = 5) @Schema(description = "Such as before a marriage; they help to recognise a patient.")
        List<@NotNull @Size(min = 1, max = 80) String> formerFamilyNames,

        @NotNull @PastOrPresent LocalDate birthDate,
        @NotNull Sex sex,
        @Nullable LanguageTag language,
        @Size(max = 10) List<@Valid @NotNull Address> addresses,
        @Size(max = 10) List<@Valid @NotNull Phone> phones,
        @Size(max = 100) List<@Valid @NotNull Allergy> allergies) {

    /** Nobody alive was born before; an earlier year is a typing error. */
    private static final int BIRTH_YEAR_MIN = 1890;

    /** People's names have digits in synthetic data, and never markup. */
    private static final Pattern PLAIN_NAME = Pattern.compile("[^\\p{Cc}\\p{Cs}\\u2028\\u2029<>]*");

    @SuppressWarnings("NullAway")
    public ReferredPatient {
        formerFamilyNames = Lists.kept(formerFamilyNames);
        addresses = Lists.kept(addresses);
        phones = Lists.kept(phones);
        allergies = Lists.kept(allergies);
    }

    @AssertTrue(message = "names must be plain text on one line, without < and >")
    boolean isNamedPlainly() {
        return name == null
                || Stream.concat(
                                Stream.of(name.given(), name.middle(), name.family(), name.suffix()),
                                formerFamilyNames.stream())
                        .filter(Objects::nonNull)
                        .allMatch(PLAIN_NAME.asMatchPredicate());
    }

    @AssertTrue(message = "birthDate must not be before 1890")
    boolean isBirthDatePlausible() {
        return birthDate == null || birthDate.getYear() >= BIRTH_YEAR_MIN;
    }

    @Override
    public String toString() {
        return "ReferredPatient[hidden]";
    }
}
