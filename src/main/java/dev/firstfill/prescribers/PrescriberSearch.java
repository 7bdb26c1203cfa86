package dev.firstfill.prescribers;

import dev.firstfill.identifiers.Npi;
import dev.firstfill.identifiers.PhoneNumber;
import dev.firstfill.kernel.Folded;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How somebody describes the prescriber they look for; whoever is found matches all that is said.
 *
 * @param family the beginning of the family name, at least three letters of it, accents, case and spaces ignored
 * @param phone any number of any office, in any written form; an extension is ignored
 */
@Schema(description = "Whoever is found matches all that is given; at least one is.")
public record PrescriberSearch(
        @Nullable Npi npi,

        @Nullable
        @Size(max = 80)
        @Schema(
                examples = "ana",
                description =
                        "The beginning of the family name, at least three letters; accents, case and spaces are ignored.")
        String family,

        @Nullable @Schema(description = "Any number of any office; an extension is ignored.")
        PhoneNumber phone) {

    /** Enough to tell some thousand family names apart; fewer letters would list half of all prescribers. */
    static final int PREFIX_MIN = 3;

    PrescriberSearch checked() {
        if (Stream.of(npi, family, phone).allMatch(Objects::isNull)) {
            throw new PrescriberRefusals.SearchTooWide();
        }
        if (family != null && familyPrefix().length() < PREFIX_MIN) {
            throw new PrescriberRefusals.SearchPrefixTooShort();
        }
        return this;
    }

    /** Empty, with which every name begins, when no name is given. */
    String familyPrefix() {
        return family == null ? "" : Folded.of(family).value();
    }

    boolean matches(PrescriberDetails details) {
        return (npi == null || npi.equals(details.npi()))
                && Folded.of(details.name().family()).value().startsWith(familyPrefix())
                && (phone == null || details.officePhones().anyMatch(phone.e164()::equals));
    }
}
