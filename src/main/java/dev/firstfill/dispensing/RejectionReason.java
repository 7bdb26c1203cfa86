package dev.firstfill.dispensing;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a pharmacist found wrong with what was filled. */
@Schema(description = "What a pharmacist found wrong with what was filled.")
public enum RejectionReason {
    @JsonProperty("wrong-drug")
    WRONG_DRUG,
    @JsonProperty("wrong-quantity")
    WRONG_QUANTITY,
    @JsonProperty("wrong-lot")
    WRONG_LOT,
    @JsonProperty("wrong-label")
    WRONG_LABEL,
    @JsonProperty("damaged")
    DAMAGED,
    @JsonProperty("clinical-concern")
    CLINICAL_CONCERN
}
