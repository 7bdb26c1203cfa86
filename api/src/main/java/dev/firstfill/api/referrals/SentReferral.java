package dev.firstfill.api.referrals;

import dev.firstfill.referrals.ReferralOrder;
import dev.firstfill.referrals.ReferralSource;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A referral as somebody types it off a fax, or takes it down on the phone. */
@Schema(name = "NewReferral", description = "A referral that did not come in FHIR.")
public record SentReferral(
        @NotNull ReferralSource source, @Valid @NotNull ReferralOrder order) {

    @Override
    public String toString() {
        return "SentReferral[hidden]";
    }
}
