package dev.firstfill.claims;

import dev.firstfill.kernel.Ids;
import java.util.UUID;

/** Identifies a claim of this pharmacy, to the payer too. */
public record ClaimId(UUID value) {

    /** @throws ClaimRefusals.ClaimNotFound when it is no id: what cannot exist is not there */
    public static ClaimId of(String text) {
        return Ids.read(text).map(ClaimId::new).orElseThrow(ClaimRefusals.ClaimNotFound::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
