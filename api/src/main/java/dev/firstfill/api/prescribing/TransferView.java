package dev.firstfill.api.prescribing;

import dev.firstfill.identifiers.NcpdpProviderId;
import dev.firstfill.prescribing.OpenedPrescription;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The pharmacy that has a prescription now. */
@Schema(name = "TransferDestination", description = "The pharmacy that has the prescription now.")
public record TransferView(
        NcpdpProviderId pharmacy,

        @Nullable @Schema(examples = "Southbank Pharmacy", description = "Absent when the patient was erased.")
        String name) {

    static @Nullable TransferView of(OpenedPrescription opened) {
        var words = opened.words();
        return opened.prescription()
                .transferredTo()
                .map(pharmacy -> new TransferView(pharmacy, words == null ? null : words.transferredTo()))
                .orElse(null);
    }
}
