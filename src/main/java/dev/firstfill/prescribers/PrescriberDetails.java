package dev.firstfill.prescribers;

import dev.firstfill.identifiers.DeaNumber;
import dev.firstfill.identifiers.Npi;
import dev.firstfill.identifiers.PhoneNumber;
import dev.firstfill.kernel.Lists;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Everything the pharmacy knows about a prescriber, as one document. The limits on the lists are far beyond real
 * prescribers, a licence in every state included; they are there so that a runaway interface cannot fill a record.
 *
 * @param dea only for those who prescribe controlled substances
 */
@Schema(description = "A prescriber as somebody enters one.")
public record PrescriberDetails(
        @NotNull Npi npi,

        @Nullable @Schema(description = "Only for those who prescribe controlled substances.")
        DeaNumber dea,

        @Valid @NotNull PrescriberName name,
        @Size(max = 10) List<@Valid @NotNull Speciality> specialities,
        @Size(max = 20) List<@Valid @NotNull Office> offices,
        @Size(max = 60) List<@Valid @NotNull StateLicence> licences) {

    @SuppressWarnings("NullAway")
    public PrescriberDetails {
        specialities = Lists.kept(specialities);
        offices = Lists.kept(offices);
        licences = Lists.kept(licences);
    }

    /** All numbers of all offices as a caller's number shows: without extensions. */
    Stream<String> officePhones() {
        return offices.stream()
                .flatMap(office -> office.phones().stream())
                .map(OfficePhone::number)
                .map(PhoneNumber::e164)
                .distinct();
    }
}
