package dev.firstfill.patients;

import dev.firstfill.kernel.Folded;
import dev.firstfill.kernel.Seals;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Says under which blind tokens a patient is filed, and under which a search looks. */
final class SearchTokens {
    /** Ten letters tell nearly all surnames apart; what a longer prefix adds is compared after opening. */
    private static final int PREFIX_INDEXED_MAX = 10;

    private static final String FAMILY = "patient.family";
    private static final String GIVEN = "patient.given";
    private static final String BIRTH_DATE = "patient.birth-date";
    private static final String PHONE = "patient.phone";
    private static final String MEMBER_ID = "patient.member-id";

    private final Seals seals;

    SearchTokens(Seals seals) {
        this.seals = seals;
    }

    Long[] filedUnder(PatientDetails details) {
        var phones = phonesOf(details).map(phone -> seals.token(PHONE, phone));
        var members = details.coverages().stream()
                .map(coverage -> seals.token(MEMBER_ID, coverage.memberId().value()));
        var names = Stream.concat(
                prefixes(FAMILY, details.name().family()),
                prefixes(GIVEN, details.name().given()));
        var birth = Stream.of(seals.token(BIRTH_DATE, details.birthDate().toString()));
        return Stream.of(names, birth, phones, members)
                .flatMap(tokens -> tokens)
                .distinct()
                .toArray(Long[]::new);
    }

    long birthDate(PatientDetails details) {
        return seals.token(BIRTH_DATE, details.birthDate().toString());
    }

    /** Under any of these are those who share a phone or a card. */
    Long[] contacts(PatientDetails details) {
        return Stream.concat(
                        phonesOf(details).map(phone -> seals.token(PHONE, phone)),
                        details.coverages().stream()
                                .map(coverage -> seals.token(
                                        MEMBER_ID, coverage.memberId().value())))
                .distinct()
                .toArray(Long[]::new);
    }

    /** Under all of these are those whose name begins alike. */
    Long[] name(PatientDetails details) {
        return new Long[] {
            prefix(FAMILY, details.name().family()),
            prefix(GIVEN, details.name().given())
        };
    }

    /** What two descriptions of one person have in common, at least one of it. */
    Stream<Long> identifying(PatientDetails details) {
        return Stream.concat(Stream.of(birthDate(details)), Stream.of(contacts(details)));
    }

    Long[] lookedUpBy(PatientSearch search) {
        List<Long> tokens = new ArrayList<>();
        if (search.family() != null) {
            tokens.add(prefix(FAMILY, search.family()));
        }
        if (search.given() != null) {
            tokens.add(prefix(GIVEN, search.given()));
        }
        if (search.birthDate() != null) {
            tokens.add(seals.token(BIRTH_DATE, search.birthDate().toString()));
        }
        if (search.phone() != null) {
            tokens.add(seals.token(PHONE, search.phone().e164()));
        }
        if (search.memberId() != null) {
            tokens.add(seals.token(MEMBER_ID, search.memberId().value()));
        }
        return tokens.toArray(Long[]::new);
    }

    /** The patient's own numbers and those of the care team: a caregiver calls on the patient's behalf. */
    static Stream<String> phonesOf(PatientDetails details) {
        return Stream.concat(
                        details.phones().stream().map(Phone::number),
                        details.careTeam().stream().map(CareTeamMember::phone).filter(java.util.Objects::nonNull))
                .map(dev.firstfill.identifiers.PhoneNumber::e164);
    }

    private Stream<Long> prefixes(String kind, String name) {
        return Folded.wholeAndWords(name).stream()
                .flatMap(folded -> IntStream.rangeClosed(PatientSearch.PREFIX_MIN, PREFIX_INDEXED_MAX)
                        .mapToObj(folded::prefix))
                .distinct()
                .map(folded -> seals.token(kind, folded.value()));
    }

    private long prefix(String kind, String typed) {
        return seals.token(kind, Folded.of(typed).prefix(PREFIX_INDEXED_MAX).value());
    }
}
