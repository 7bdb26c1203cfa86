package dev.firstfill.patients;

import dev.firstfill.identifiers.LanguageTag;
import dev.firstfill.kernel.Lists;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything the pharmacy knows about a person, as one document: it is entered, sealed, opened and replaced as a whole.
 *
 * <p>The limits on the lists are several times what the most complex real patients have; they are there so that a
 * runaway interface cannot fill a record.
 *
 * @param language the language to speak with the patient
 * @param customFields values of the fields this pharmacy defined for itself, by key
 */
public record PatientDetails(
        @Valid @NotNull PersonName name,
        @NotNull @PastOrPresent LocalDate birthDate,
        @NotNull Sex sex,
        @Nullable LanguageTag language,
        @Size(max = 10) List<@Valid @NotNull Address> addresses,
        @Size(max = 10) List<@Valid @NotNull Phone> phones,
        @Size(max = 5) List<@Valid @NotNull Email> emails,
        @Size(max = 100) List<@Valid @NotNull Allergy> allergies,
        @Size(max = 100) List<@Valid @NotNull Diagnosis> diagnoses,
        @Size(max = 6) List<@Valid @NotNull Coverage> coverages,
        @Size(max = 30) List<@Valid @NotNull CareTeamMember> careTeam,
        @Size(max = 100) Map<String, Object> customFields) {

    /** Nobody alive was born before; an earlier year is a typing error. */
    private static final int BIRTH_YEAR_MIN = 1890;

    @SuppressWarnings("NullAway")
    public PatientDetails {
        addresses = Lists.kept(addresses);
        phones = Lists.kept(phones);
        emails = Lists.kept(emails);
        allergies = Lists.kept(allergies);
        diagnoses = Lists.kept(diagnoses);
        coverages = Lists.kept(coverages);
        careTeam = Lists.kept(careTeam);
        customFields = customFields == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(customFields));
    }

    public PatientDetails withCustomFields(Map<String, Object> values) {
        return new PatientDetails(
                name, birthDate, sex, language, addresses, phones, emails, allergies, diagnoses, coverages, careTeam,
                values);
    }

    /** What is billed first under the benefit on the day; of several in force the one that began last. */
    public Optional<Coverage> primaryCoverage(Coverage.Benefit benefit, LocalDate day) {
        return coverages.stream()
                .filter(coverage -> coverage.order() == Coverage.Order.PRIMARY && coverage.benefit() == benefit)
                .filter(coverage -> coverage.isInForceOn(day))
                .max(Comparator.comparing(Coverage::effectiveFrom, Comparator.nullsFirst(Comparator.naturalOrder())));
    }

    @AssertTrue(message = "birthDate must not be before 1890")
    boolean isBirthDatePlausible() {
        return birthDate == null || birthDate.getYear() >= BIRTH_YEAR_MIN;
    }

    @Override
    public String toString() {
        return "PatientDetails[hidden]";
    }
}
