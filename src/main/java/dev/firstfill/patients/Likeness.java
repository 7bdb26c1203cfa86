package dev.firstfill.patients;

import dev.firstfill.identifiers.MemberId;
import dev.firstfill.identifiers.PhoneNumber;
import dev.firstfill.kernel.Folded;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What tells one person from another, freed of everything people spell differently. The same is drawn of a patient's
 * record and of whatever describes somebody, so that comparing the two has no direction.
 *
 * @param middle null when nobody said
 * @param families the present family name and former ones
 * @param sex null when it says nothing
 * @param phones in E.164, without extensions
 * @param addresses street and ZIP code
 * @param memberships payer and member id
 */
record Likeness(
        Folded given,
        @Nullable Folded middle,
        Set<Folded> families,
        Set<Folded> familyWords,
        @Nullable String suffix,
        LocalDate birthDate,
        @Nullable Sex sex,
        Set<String> phones,
        Set<String> addresses,
        Set<String> memberships) {

    /** Shorter words of a family name are those that many have: de, la, van. */
    private static final int WORD_MIN = 4;

    /** @param formerFamilyNames such as before a marriage */
    static Likeness of(PatientDetails details, List<String> formerFamilyNames) {
        var name = details.name();
        var families = Stream.concat(Stream.of(name.family()), formerFamilyNames.stream())
                .toList();
        return new Likeness(
                Folded.of(name.given()),
                name.middle() == null || Folded.of(name.middle()).value().isEmpty() ? null : Folded.of(name.middle()),
                families.stream().map(Folded::of).collect(Collectors.toUnmodifiableSet()),
                families.stream()
                        .flatMap(family -> Folded.wholeAndWords(family).stream())
                        .filter(word -> word.value().length() >= WORD_MIN)
                        .collect(Collectors.toUnmodifiableSet()),
                name.suffix() == null ? null : Folded.of(name.suffix()).value(),
                details.birthDate(),
                details.sex() == Sex.FEMALE || details.sex() == Sex.MALE ? details.sex() : null,
                details.phones().stream()
                        .map(Phone::number)
                        .map(PhoneNumber::e164)
                        .collect(Collectors.toUnmodifiableSet()),
                details.addresses().stream().map(Likeness::place).collect(Collectors.toUnmodifiableSet()),
                details.coverages().stream()
                        .map(coverage -> membership(coverage.payer(), coverage.memberId()))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    static String membership(String payer, MemberId member) {
        return Folded.of(payer).value() + ' ' + member.value();
    }

    private static String place(Address address) {
        return Folded.of(address.line1()).value() + ' ' + address.zip().fiveDigits();
    }
}
