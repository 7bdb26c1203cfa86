package dev.firstfill.referrals;

import dev.firstfill.identifiers.Bin;
import dev.firstfill.identifiers.MemberId;
import dev.firstfill.identifiers.Pcn;
import dev.firstfill.identifiers.RxGroup;
import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who is to pay, as the referral says it; the first of several is billed first. */
@Schema(description = "Who is to pay; the first of several is billed first.")
public record ReferredCoverage(
        @NotBlank @OneLine @Size(max = 120) String payer,
        @NotNull ReferredPayerKind kind,
        @NotNull MemberId memberId,
        @Nullable Bin bin,
        @Nullable Pcn pcn,
        @Nullable RxGroup group) {

    @Override
    public String toString() {
        return "ReferredCoverage[hidden]";
    }
}
