package dev.firstfill.dispensing;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.firstfill.inventory.LotShare;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which lots somebody has in hand.
 *
 * @param shares empty for those that expire first
 * @param reason why they are not those that expire first, if they are not
 */
public record LotChoice(List<LotShare> shares, @Nullable Reason reason) {
    /** Whatever expires first. */
    public static final LotChoice FIRST_TO_EXPIRE = new LotChoice(List.of(), null);

    public LotChoice {
        shares = List.copyOf(shares);
    }

    /** Why other stock is taken than that which expires first. */
    @Schema(name = "LotChoiceReason")
    public enum Reason {
        /** The patient goes on with the lot of the first part, or of the last fill. */
        @JsonProperty("same-lot-for-patient")
        SAME_LOT_FOR_PATIENT,
        /** What expires first cannot be reached now. */
        @JsonProperty("not-at-hand")
        NOT_AT_HAND,
        /** The payer or the manufacturer wants longer dating. */
        @JsonProperty("minimum-dating")
        MINIMUM_DATING
    }
}
