package dev.firstfill.api.referrals;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.firstfill.api.security.ColleagueView;
import dev.firstfill.patients.PatientId;
import dev.firstfill.referrals.Finding;
import dev.firstfill.referrals.Referral;
import dev.firstfill.referrals.ReferralOrder;
import dev.firstfill.referrals.ReferralSource;
import dev.firstfill.referrals.ReferralState;
import dev.firstfill.referrals.RejectionReason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A referral, as the pharmacy's people read it. */
@Schema(name = "Referral", description = "What was ordered for whom, what came of it, and what it lacks.")
public record ReferralView(
        UUID id,
        ReferralState state,
        ReferralSource source,
        Instant receivedAt,
        ColleagueView receivedBy,

        @Nullable @Schema(description = "The patient's id; absent as long as nobody knows whose it is.")
        UUID patient,

        @Nullable @Schema(description = "The prescriber's id; absent as long as the referral names none.")
        UUID prescriber,

        @Nullable @Schema(description = "The drug's id; absent as long as the formulary has none.")
        UUID drug,

        @Nullable @Schema(description = "The draft's id; absent as long as something is missing that it needs.")
        UUID prescription,

        @Nullable @JsonProperty("case") @Schema(description = "The id of the case that it began.")
        UUID openedCase,

        @Nullable @Schema(description = "The id of the referral by which the same order came first.")
        UUID duplicateOf,

        @Schema(description = "What it lacks, or what is wrong in it.")
        List<Finding> findings,

        @Schema(description = "The ids of the patients whom it may be about, as long as nobody has decided.")
        List<UUID> candidates,

        @Nullable @Schema(description = "Who decided whose it is; absent when that was never in doubt.")
        ColleagueView reviewedBy,

        @Nullable Instant reviewedAt,
        @Nullable RejectionReason rejection,

        @Nullable
        @Schema(
                description =
                        "As it was read, with what was added since; absent in lists, and when the patient was erased.")
        ReferralOrder order) {

    static ReferralView of(Referral referral) {
        return new ReferralView(
                referral.id().value(),
                referral.state(),
                referral.source(),
                referral.receivedAt(),
                ColleagueView.of(referral.receivedBy()),
                referral.patient() == null ? null : referral.patient().value(),
                referral.prescriber() == null ? null : referral.prescriber().value(),
                referral.drug() == null ? null : referral.drug().value(),
                referral.prescription() == null ? null : referral.prescription().value(),
                referral.openedCase(),
                referral.duplicateOf() == null ? null : referral.duplicateOf().value(),
                referral.findings(),
                referral.candidates().stream().map(PatientId::value).toList(),
                referral.reviewedBy() == null ? null : ColleagueView.of(referral.reviewedBy()),
                referral.reviewedAt(),
                referral.rejection(),
                referral.order());
    }

    @Override
    public String toString() {
        return "ReferralView[%s]".formatted(id);
    }
}
