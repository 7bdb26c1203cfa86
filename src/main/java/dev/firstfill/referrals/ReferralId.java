package dev.firstfill.referrals;

import dev.firstfill.kernel.Ids;
import java.util.UUID;

/** Identifies one referral. */
public record ReferralId(UUID value) {

    /** @throws ReferralRefusals.ReferralNotFound when it is no id: what cannot exist is not there */
    public static ReferralId of(String text) {
        return Ids.read(text).map(ReferralId::new).orElseThrow(ReferralRefusals.ReferralNotFound::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
