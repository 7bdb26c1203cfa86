package dev.firstfill.api.prescribers;

import dev.firstfill.identifiers.DeaNumber;
import dev.firstfill.identifiers.Npi;
import dev.firstfill.prescribers.Office;
import dev.firstfill.prescribers.Prescriber;
import dev.firstfill.prescribers.PrescriberName;
import dev.firstfill.prescribers.Speciality;
import dev.firstfill.prescribers.StateLicence;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A prescriber as the front end reads one. */
@Schema(name = "Prescriber", description = "Somebody who prescribes for the pharmacy's patients.")
public record PrescriberView(
        UUID id,

        @Schema(description = "Unique within the pharmacy; accepted wherever an id is.")
        Npi npi,

        @Nullable DeaNumber dea,
        PrescriberName name,
        List<Speciality> specialities,
        List<Office> offices,
        List<StateLicence> licences,
        Instant createdAt,
        Instant updatedAt) {

    static PrescriberView of(Prescriber prescriber) {
        var details = prescriber.details();
        return new PrescriberView(
                prescriber.id().value(),
                details.npi(),
                details.dea(),
                details.name(),
                details.specialities(),
                details.offices(),
                details.licences(),
                prescriber.createdAt(),
                prescriber.updatedAt());
    }
}
