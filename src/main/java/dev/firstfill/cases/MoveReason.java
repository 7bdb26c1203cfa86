package dev.firstfill.cases;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a case was interrupted or ended: a closed list, so that it can be counted and names nobody. */
@Schema(description = "Why a case is interrupted or ends. Each move knows some of them.")
public enum MoveReason {
    @JsonProperty("illegible")
    ILLEGIBLE(CaseMove.REJECT),
    @JsonProperty("not-dispensed-here")
    NOT_DISPENSED_HERE(CaseMove.REJECT),
    @JsonProperty("no-valid-order")
    NO_VALID_ORDER(CaseMove.REJECT),
    @JsonProperty("patient-request")
    PATIENT_REQUEST(CaseMove.HOLD),
    @JsonProperty("prescriber-request")
    PRESCRIBER_REQUEST(CaseMove.HOLD, CaseMove.CANCEL, CaseMove.DISCONTINUE),
    @JsonProperty("hospitalised")
    HOSPITALISED(CaseMove.HOLD),
    @JsonProperty("travelling")
    TRAVELLING(CaseMove.HOLD),
    @JsonProperty("backorder")
    BACKORDER(CaseMove.HOLD),
    @JsonProperty("rems-pending")
    REMS_PENDING(CaseMove.HOLD),
    @JsonProperty("insurance-change")
    INSURANCE_CHANGE(CaseMove.HOLD),
    @JsonProperty("laboratory-pending")
    LABORATORY_PENDING(CaseMove.HOLD),
    @JsonProperty("unreachable")
    UNREACHABLE(CaseMove.CANCEL),
    @JsonProperty("cost")
    COST(CaseMove.CANCEL, CaseMove.DISCONTINUE),
    @JsonProperty("not-covered")
    NOT_COVERED(CaseMove.CANCEL),
    @JsonProperty("patient-declined")
    PATIENT_DECLINED(CaseMove.CANCEL, CaseMove.DISCONTINUE),
    @JsonProperty("new-product")
    NEW_PRODUCT(CaseMove.CANCEL, CaseMove.DISCONTINUE),
    @JsonProperty("deceased")
    DECEASED(CaseMove.CANCEL, CaseMove.DISCONTINUE),
    @JsonProperty("entered-in-error")
    ENTERED_IN_ERROR(CaseMove.CANCEL),
    @JsonProperty("limited-distribution")
    LIMITED_DISTRIBUTION(CaseMove.TRANSFER),
    @JsonProperty("payer-lock-out")
    PAYER_LOCK_OUT(CaseMove.TRANSFER),
    @JsonProperty("licence-state")
    LICENCE_STATE(CaseMove.TRANSFER),
    @JsonProperty("patient-choice")
    PATIENT_CHOICE(CaseMove.TRANSFER),
    @JsonProperty("side-effect")
    SIDE_EFFECT(CaseMove.DISCONTINUE),
    @JsonProperty("ineffective")
    INEFFECTIVE(CaseMove.DISCONTINUE),
    @JsonProperty("therapy-complete")
    THERAPY_COMPLETE(CaseMove.DISCONTINUE),
    @JsonProperty("lost-to-follow-up")
    LOST_TO_FOLLOW_UP(CaseMove.DISCONTINUE);

    private final Set<CaseMove> moves;

    MoveReason(CaseMove first, CaseMove... more) {
        this.moves = EnumSet.of(first, more);
    }

    /** Those that the move knows; one of them has to be given, unless there are none. */
    static List<MoveReason> of(CaseMove move) {
        return Arrays.stream(values())
                .filter(reason -> reason.moves.contains(move))
                .toList();
    }

    public String wireName() {
        return WireName.of(this);
    }
}
