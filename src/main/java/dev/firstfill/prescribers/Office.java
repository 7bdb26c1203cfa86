package dev.firstfill.prescribers;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.firstfill.kernel.Lists;
import dev.firstfill.kernel.OneLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One of the places where a prescriber sees patients.
 *
 * @param preferredContact how the office wishes to be asked about a prescription
 */
@Schema(description = "One of the places where a prescriber sees patients.")
public record Office(
        @NotBlank @OneLine @Size(max = 120) @Schema(examples = "Lakeside Rheumatology")
        String name,

        @Valid @NotNull OfficeAddress address,
        @Size(max = 10) List<@Valid @NotNull OfficePhone> phones,

        @Nullable @Schema(description = "How the office wishes to be asked; phones must have a number for it.")
        ContactMethod preferredContact) {

    /** A way to reach an office, with the kind of number that it takes. */
    @Schema(name = "OfficeContactMethod")
    public enum ContactMethod {
        @JsonProperty("phone")
        PHONE(OfficePhone.Use.MAIN),
        @JsonProperty("fax")
        FAX(OfficePhone.Use.FAX),
        @JsonProperty("nurse-line")
        NURSE_LINE(OfficePhone.Use.NURSE_LINE),
        @JsonProperty("portal")
        PORTAL(null);

        private final OfficePhone.@Nullable Use number;

        ContactMethod(OfficePhone.@Nullable Use number) {
            this.number = number;
        }

        private boolean isPossibleWith(List<OfficePhone> phones) {
            return number == null || phones.stream().filter(Objects::nonNull).anyMatch(phone -> phone.use() == number);
        }
    }

    @SuppressWarnings("NullAway")
    public Office {
        phones = Lists.kept(phones);
    }

    @AssertTrue(message = "phones must have a number for the preferredContact")
    boolean isReachableAsPreferred() {
        return preferredContact == null || preferredContact.isPossibleWith(phones);
    }
}
