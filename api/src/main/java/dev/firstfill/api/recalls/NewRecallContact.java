package dev.firstfill.api.recalls;

import dev.firstfill.kernel.OneLine;
import dev.firstfill.recalls.ContactTry;
import dev.firstfill.recalls.RecallContact;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A try to tell somebody of a recall. */
@Schema(description = "A try to tell a patient, or the patient's prescriber, of a recall.")
public record NewRecallContact(
        @NotBlank
        @OneLine
        @Size(max = 40)
        @Schema(examples = "P1001", description = "The id or number of the patient whom it concerns.")
        String patient,

        @NotNull RecallContact.Party party,
        @NotNull RecallContact.Channel channel,
        @NotNull RecallContact.Outcome outcome,

        @NotNull @Schema(description = "What has become of the drug; unknown when nobody was reached.")
        RecallContact.Product product,

        @Nullable @Size(max = 1000) @Schema(description = "In the caller's words; kept sealed.")
        String note) {
    ContactTry made() {
        return new ContactTry(party, channel, outcome, product, note);
    }

    @Override
    public String toString() {
        return "NewRecallContact[hidden]";
    }
}
