package dev.firstfill.patients;

import dev.firstfill.identifiers.MemberId;
import dev.firstfill.identifiers.PhoneNumber;
import dev.firstfill.kernel.Folded;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How somebody describes the patient they look for; whoever is found matches all that is said.
 *
 * @param family the beginning of any of the surnames, at least three letters of it, accents and case ignored
 * @param given the beginning of any of the given names, likewise; narrows, does not suffice alone
 * @param phone any number of the patient, in any written form; an extension is ignored
 */
public record PatientSearch(
        @Nullable @Size(max = 80) String family,
        @Nullable @Size(max = 80) String given,
        @Nullable LocalDate birthDate,
        @Nullable PhoneNumber phone,
        @Nullable MemberId memberId) {

    /** Enough to tell some thousand surnames apart; fewer would list the whole pharmacy. */
    public static final int PREFIX_MIN = 3;

    @SuppressWarnings("NullAway")
    PatientSearch checked() {
        if (Stream.of(family, birthDate, phone, memberId).allMatch(java.util.Objects::isNull)) {
            throw new PatientRefusals.SearchTooWide();
        }
        if (tooShort(family) || tooShort(given)) {
            throw new PatientRefusals.SearchPrefixTooShort();
        }
        return this;
    }

    private static boolean tooShort(@Nullable String name) {
        return name != null && Folded.of(name).value().length() < PREFIX_MIN;
    }

    /** The index finds; this decides. A token may coincide, and a long prefix is indexed only in part. */
    boolean matches(PatientDetails details) {
        return beginsAny(details.name().family(), family)
                && beginsAny(details.name().given(), given)
                && (birthDate == null || birthDate.equals(details.birthDate()))
                && (phone == null || SearchTokens.phonesOf(details).anyMatch(phone.e164()::equals))
                && (memberId == null
                        || details.coverages().stream().anyMatch(coverage -> memberId.equals(coverage.memberId())));
    }

    private static boolean beginsAny(String name, @Nullable String prefix) {
        if (prefix == null) {
            return true;
        }
        var folded = Folded.of(prefix);
        return Folded.wholeAndWords(name).stream().anyMatch(word -> word.startsWith(folded));
    }

    @Override
    public String toString() {
        return "PatientSearch[hidden]";
    }
}
